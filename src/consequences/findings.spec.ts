import type { ServedModel } from '../resources/servedModel';
import {
  aKedaHpa,
  aKserveHpa,
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from '../resources/testObjects';
import { findingsOf } from './findings';

const now = Date.UTC(2026, 0, 1, 12);
const ofClass = (name: string) =>
  anInferenceService({}, { annotations: { 'serving.kserve.io/autoscalerClass': name } });
const foreignScaledObject = aScaledObject({}, { name: 'mine', ownerReferences: [] });
const foreignHpa = { ...aKserveHpa(), metadata: { name: 'llama-predictor', namespace: 'team-a' } };

function withoutScaledObject(): ServedModel {
  const model = aServedModel();
  delete model.scaledObject;
  delete model.kedaHpa;
  return model;
}

const ambiguous = aKedaHpa({
  conditions: [
    {
      type: 'ScalingActive',
      status: 'False',
      reason: 'AmbiguousSelector',
      message:
        'pods by selector app=x are controlled by multiple HPAs: [team-a/keda-hpa-llama-predictor team-a/byhand]',
    },
  ],
});

it.each<[string, ServedModel, object[]]>([
  ['nothing', aServedModel(), []],
  [
    'an orphan',
    aServedModel({ inferenceService: ofClass('none') }),
    [
      {
        code: 'orphanScaledObject',
        tone: 'danger',
        scaledObject: 'llama-predictor',
        autoscalerClass: 'none',
      },
    ],
  ],
  [
    'KServe’s HPA beside KEDA’s',
    aServedModel({ kserveHpa: aKserveHpa() }),
    [{ code: 'leftoverHpa', tone: 'danger', hpa: 'llama-predictor', blocks: 'both' }],
  ],
  [
    'KServe’s HPA that blocks KEDA',
    { ...withoutScaledObject(), kserveHpa: aKserveHpa() },
    [{ code: 'leftoverHpa', tone: 'danger', hpa: 'llama-predictor', blocks: 'keda' }],
  ],
  [
    'an HPA of somebody else',
    aServedModel({ kserveHpa: foreignHpa }),
    [{ code: 'foreignHpa', tone: 'danger', hpa: 'llama-predictor' }],
  ],
  [
    'an HPA of somebody else, of another name',
    aServedModel({ kedaHpa: ambiguous }),
    [expect.objectContaining({ code: 'foreignHpa', hpa: 'byhand' })],
  ],
  [
    'a ScaledObject of somebody else',
    aServedModel({ scaledObject: foreignScaledObject }),
    [{ code: 'foreignScaledObject', tone: 'danger', scaledObject: 'mine', autoscalerClass: 'keda' }],
  ],
  [
    'none where another controller is meant to scale',
    aServedModel({
      inferenceService: ofClass('external'),
      scaledObject: foreignScaledObject,
    }),
    [],
  ],
  ['no ScaledObject', withoutScaledObject(), [{ code: 'noScaledObject', tone: 'danger' }]],
  [
    'an edit by hand',
    aServedModel({ scaledObject: aScaledObject({ maxReplicaCount: 9 }) }),
    [
      {
        code: 'drift',
        tone: 'warning',
        scaledObject: 'llama-predictor',
        fields: [{ field: 'maxReplicaCount', asked: '3', found: '9' }],
      },
    ],
  ],
  [
    'GitOps',
    aServedModel({
      inferenceService: anInferenceService(
        {},
        {
          labels: { 'kustomize.toolkit.fluxcd.io/name': 'x' },
          annotations: {
            'serving.kserve.io/autoscalerClass': 'keda',
          },
        },
      ),
    }),
    [{ code: 'gitOps', tone: 'info', manager: 'Flux' }],
  ],
  [
    'nothing of a model in another mode',
    aServedModel({
      inferenceService: anInferenceService(
        {},
        {
          annotations: {
            'serving.kserve.io/autoscalerClass': 'none',
            'serving.kserve.io/deploymentMode': 'Serverless',
          },
        },
      ),
    }),
    [],
  ],
])('finds %s', (_case, model, expected) => {
  expect(findingsOf(model, [], now)).toEqual(expected);
});

it('says nothing of a missing ScaledObject while it can be on its way, or cannot be read', () => {
  const missing = withoutScaledObject();
  expect(findingsOf(missing, [], now, true)).toEqual([]);
  missing.inferenceService.metadata.managedFields = [
    { manager: 'oc', time: new Date(now - 5000).toISOString() },
  ];
  expect(findingsOf(missing, [], now)).toEqual([]);
});

it('hands KServe’s words on', () => {
  const refused = withoutScaledObject();
  refused.inferenceService.status = {
    conditions: [{ type: 'PredictorReady', status: 'False', message: 'KEDA denied it' }],
  };
  expect(findingsOf(refused, [], now)).toEqual([
    { code: 'noScaledObject', tone: 'danger', message: 'KEDA denied it' },
  ]);
});

describe('one query for several models', () => {
  const named = (name: string, changes: Partial<ServedModel> = {}) =>
    aServedModel({ key: `team-a/${name}`, name, ...changes });

  it('names the others of the project', () => {
    const model = aServedModel();
    expect(findingsOf(model, [named('z'), model, named('b')], now)).toEqual([
      expect.objectContaining({ code: 'sharedQuery', tone: 'warning', models: ['b', 'z'] }),
    ]);
  });

  it.each([
    ['of another project', named('b', { namespace: 'team-b' })],
    ['that KEDA does not scale', named('b', { inferenceService: aPlainInferenceService() })],
  ])('leaves a model out %s', (_case, other) => {
    expect(findingsOf(aServedModel(), [other], now)).toEqual([]);
  });
});
