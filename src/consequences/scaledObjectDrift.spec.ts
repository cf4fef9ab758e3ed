import {
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from '../resources/testObjects';
import { scaledObjectDrift } from './scaledObjectDrift';

const now = Date.UTC(2026, 0, 1, 12);
const prometheus = aScaledObject().spec.triggers[0];
const trigger = (changes: Record<string, string>) => ({
  type: 'prometheus',
  metadata: { ...prometheus?.metadata, ...changes },
});
const windows = (scaleDown: number) => ({
  advanced: {
    horizontalPodAutoscalerConfig: { behavior: { scaleDown: { stabilizationWindowSeconds: scaleDown } } },
  },
});

it.each([
  ['nothing', {}, []],
  ['a minimum', { minReplicaCount: 0 }, [['minReplicaCount', '1', '0']]],
  ['a maximum', { maxReplicaCount: 9 }, [['maxReplicaCount', '3', '9']]],
  ['a threshold', { triggers: [trigger({ threshold: '5' })] }, [['triggers[0].threshold', '2', '5']]],
  ['no threshold that is written otherwise', { triggers: [trigger({ threshold: '2.000000' })] }, []],
  [
    'a query',
    { triggers: [trigger({ query: 'vector(1)' })] },
    [
      [
        'triggers[0].query',
        'sum(vllm:num_requests_waiting{namespace="team-a",service="llama-metrics"})',
        'vector(1)',
      ],
    ],
  ],
  ['a trigger more', { triggers: [trigger({}), trigger({})] }, [['triggers', '1', '2']]],
  [
    'what KServe never writes',
    { pollingInterval: 5, fallback: { failureThreshold: 3, replicas: 2 } },
    [
      ['pollingInterval', undefined, '5'],
      ['fallback', undefined, '{"failureThreshold":3,"replicas":2}'],
    ],
  ],
  ['no window that is not asked for', windows(10), []],
])('finds %s', (_case, spec, expected) => {
  const found = scaledObjectDrift(aServedModel({ scaledObject: aScaledObject(spec) }), now);
  expect(found.map(({ field, asked, found: value }) => [field, asked, value])).toEqual(expected);
});

it('finds a window that is asked for', () => {
  const { metrics = [] } = anInferenceService().spec.predictor.autoScaling ?? {};
  const behavior = { scaleDown: { stabilizationWindowSeconds: 60 } };
  const inferenceService = anInferenceService({ autoScaling: { metrics, behavior } });
  const model = aServedModel({ inferenceService, scaledObject: aScaledObject(windows(10)) });
  const expected = { field: 'scaleDown.stabilizationWindowSeconds', asked: '60', found: '10' };
  expect(scaledObjectDrift(model, now)).toEqual([expected]);
});

describe('says nothing', () => {
  const edited = aScaledObject({ maxReplicaCount: 9 });

  it.each([
    [
      'of a change that is on its way',
      {
        inferenceService: anInferenceService(
          {},
          {
            managedFields: [{ manager: 'llm-autoscaling', time: new Date(now - 10_000).toISOString() }],
          },
        ),
        scaledObject: edited,
      },
    ],
    ['of somebody else’s', { scaledObject: aScaledObject({ maxReplicaCount: 9 }, { ownerReferences: [] }) }],
    ['of another class', { inferenceService: aPlainInferenceService(), scaledObject: edited }],
  ])('%s', (_case, parts) => {
    expect(scaledObjectDrift(aServedModel(parts), now)).toEqual([]);
  });
});
