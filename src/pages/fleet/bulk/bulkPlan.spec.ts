import type { ModelAccess } from '../../../data/useAccess';
import { pausedAnnotation, pausedScaleInAnnotation } from '../../../resources/pause';
import type { ServedModel } from '../../../resources/servedModel';
import {
  aDeployment,
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from '../../../resources/testObjects';
import { aHttpModel, aHttpScaledObject } from '../../../resources/testHttpModel';
import type { BulkAct } from './bulkJob';
import { bulkPlan } from './bulkPlan';
import type { BulkBounds } from './bulkBounds';
import type { LeftOutCode } from './bulkPlan';

function rights(denied: string[] = [], namespace = 'team-a'): ReadonlyMap<string, ModelAccess> {
  const one = (right: string) => ({
    state: denied.includes(right) ? ('denied' as const) : ('allowed' as const),
    right,
    namespace,
  });
  return new Map([
    [
      namespace,
      {
        patchInferenceServices: one('patch inferenceservices.serving.kserve.io'),
        patchScaledObjects: one('patch scaledobjects.keda.sh'),
        deleteAutoscalers: one('delete horizontalpodautoscalers.autoscaling'),
      },
    ],
  ]);
}

const running = (changes: Partial<ServedModel> = {}) => aServedModel(changes);
const paused = running({ scaledObject: aScaledObject({}, { annotations: { [pausedAnnotation]: 'true' } }) });
const stuck = running({
  scaledObject: aScaledObject({}, {}, { conditions: [{ type: 'Paused', status: 'True' }] }),
});
const held = running({
  scaledObject: aScaledObject({}, { annotations: { [pausedScaleInAnnotation]: 'true' } }),
});
const onCpu = running({ inferenceService: aPlainInferenceService() });
const knative = running({
  inferenceService: anInferenceService(
    {},
    {
      annotations: {
        'serving.kserve.io/deploymentMode': 'Knative',
        'serving.kserve.io/autoscalerClass': 'keda',
      },
    },
  ),
});
const withoutObject = { ...running() };
delete withoutObject.scaledObject;
const withScaleMetric = running({ inferenceService: anInferenceService({ scaleMetric: 'cpu' }) });
const elsewhere = { ...running(), namespace: 'team-b' };

const owner = { apiVersion: 'http.keda.sh/v1alpha1', kind: 'HTTPScaledObject', name: 'llama', uid: '1' };
const madeByAddOn = aHttpScaledObject({}, { ownerReferences: [owner] });

type Row = [string, BulkAct, BulkBounds, ServedModel, LeftOutCode | undefined];
const table: Row[] = [
  ['pause what runs', 'pause', {}, running(), undefined],
  ['pause twice', 'pause', {}, paused, 'alreadyPaused'],
  ['pause without a ScaledObject', 'pause', {}, withoutObject, 'noScaledObject'],
  ['pause what CPU scales', 'pause', {}, onCpu, 'notKeda'],
  ['pause Knative', 'pause', {}, knative, 'notRawMode'],
  ['pause where the rights are not known', 'pause', {}, elsewhere, 'checking'],
  ['resume what is paused', 'resume', {}, paused, undefined],
  ['resume what is held in one direction', 'resume', {}, held, undefined],
  ['resume what runs', 'resume', {}, running(), 'notPaused'],
  ['resume what has no annotation', 'resume', {}, stuck, 'pausedWithoutAnnotation'],
  ['another maximum', 'bounds', { maxReplicas: 5 }, running(), undefined],
  ['another maximum of what is paused', 'bounds', { maxReplicas: 5 }, paused, undefined],
  ['another maximum without a ScaledObject', 'bounds', { maxReplicas: 5 }, withoutObject, undefined],
  ['the same bounds', 'bounds', { minReplicas: 1, maxReplicas: 3 }, running(), 'sameBounds'],
  ['a minimum above its maximum', 'bounds', { minReplicas: 4 }, running(), 'boundsCross'],
  ['a minimum of 0 where nothing wakes it', 'bounds', { minReplicas: 0 }, running(), 'neverWakes'],
  ['pause what requests wake', 'pause', {}, aHttpModel(), undefined],
  ['resume what requests wake', 'resume', {}, aHttpModel(), 'notPaused'],
  ['bounds of what requests wake', 'bounds', { minReplicas: 0, maxReplicas: 5 }, aHttpModel(), undefined],
  ['the bounds that it has', 'bounds', { minReplicas: 0, maxReplicas: 3 }, aHttpModel(), 'sameBounds'],
  ['a minimum above that maximum', 'bounds', { minReplicas: 4 }, aHttpModel(), 'boundsCross'],
  ['bounds that an add-on writes back', 'bounds', { maxReplicas: 5 }, aHttpModel(madeByAddOn), 'madeByAddOn'],
  ['bounds of a policy with a mistake', 'bounds', { maxReplicas: 5 }, withScaleMetric, 'policyProblem'],
];

describe('the plan for several models', () => {
  it.each(table)('%s', (_name, act, bounds, model, code) => {
    const { todo, leftOut } = bulkPlan([model], { act, bounds }, rights());
    expect(leftOut.map((one) => one.code)).toEqual(code === undefined ? [] : [code]);
    expect(todo).toEqual(code === undefined ? [model] : []);
  });

  it.each<[BulkAct, ServedModel, string]>([
    ['pause', running(), 'patch scaledobjects.keda.sh'],
    ['resume', paused, 'patch scaledobjects.keda.sh'],
    ['bounds', running(), 'patch inferenceservices.serving.kserve.io'],
    // The pause has to be set again.
    ['bounds', paused, 'patch scaledobjects.keda.sh'],
    ['bounds', aHttpModel(), 'patch scaledobjects.keda.sh'],
  ])('leaves out what the user may not %s', (act, model, right) => {
    const order = { act, bounds: { maxReplicas: 5 } };
    const { todo, leftOut } = bulkPlan([model], order, rights([right]));
    expect(todo).toEqual([]);
    expect(leftOut[0]).toMatchObject({ code: 'notAllowed', access: { right, namespace: 'team-a' } });
  });

  it('counts what bounds do at once, what is paused, and what GitOps would set back', () => {
    const argo = running({
      inferenceService: anInferenceService({}, { labels: { 'argocd.argoproj.io/instance': 'models' } }),
    });
    const three = { deployment: aDeployment(3, 3) };
    const all = [running({ deployment: aDeployment(1, 1) }), { ...paused, ...three }, { ...argo, ...three }];
    const up = bulkPlan(all, { act: 'bounds', bounds: { minReplicas: 2, maxReplicas: 2 } }, rights());
    expect(up.todo).toHaveLength(3);
    expect(up.effects).toEqual({
      added: { models: 1, replicas: 1, gpus: 1 },
      removed: { models: 1, replicas: 1 },
      paused: 1,
      gitOps: 1,
      asleep: 0,
    });
  });

  it('does not wipe a pause in a ScaledObject that KServe has not made, and counts who sleeps', () => {
    const scaledObject = aHttpScaledObject(
      {},
      { annotations: { [pausedAnnotation]: 'true' }, labels: { 'argocd.argoproj.io/instance': 'models' } },
    );
    const bounds = { maxReplicas: 5 };
    expect(bulkPlan([aHttpModel(scaledObject)], { act: 'bounds', bounds }, rights()).effects).toMatchObject({
      paused: 0,
      gitOps: 1,
    });
    const both = [aHttpModel(undefined, 0), aHttpModel()];
    expect(bulkPlan(both, { act: 'pause', bounds: {} }, rights()).effects.asleep).toBe(1);
  });
});
