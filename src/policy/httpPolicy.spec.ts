import { applyPatch, type Operation } from 'fast-json-patch';
import type { ScaledObject } from '../resources/scaledObject';
import { aKedaHpa, aScaledObject, aServedModel } from '../resources/testObjects';
import type { HttpPolicy } from './httpPolicy';
import { httpPolicyProblems, makerOf, readHttpPolicy } from './httpPolicy';
import { carriesHttpPolicy } from './httpPolicyArrival';
import { httpPolicyPatch } from './httpPolicyPatch';

const triggers = [
  { type: 'external-push', name: 'http', metadata: { interceptorRoute: 'llama' } },
  { type: 'prometheus', name: 'queue', metadata: { query: 'sum(q)', threshold: '2' } },
];
const sleeper = aScaledObject({ minReplicaCount: 0, maxReplicaCount: 3, triggers });
const stored: HttpPolicy = { minReplicas: 0, maxReplicas: 3, threshold: 2 };

it('is what the ScaledObject says, with the defaults of KEDA', () => {
  expect(readHttpPolicy(sleeper)).toEqual(stored);
  const { spec } = sleeper;
  const bare = { ...sleeper, spec: { scaleTargetRef: spec.scaleTargetRef, triggers: triggers.slice(0, 1) } };
  expect(readHttpPolicy(bare)).toEqual({ minReplicas: 0, maxReplicas: 100 });
});

it.each<[Partial<HttpPolicy>, string[]]>([
  [{}, []],
  [{ minReplicas: 0 }, []],
  [{ minReplicas: -1 }, ['minReplicas belowLimit']],
  [{ maxReplicas: 0 }, ['maxReplicas belowLimit']],
  [{ minReplicas: 4 }, ['maxReplicas maxBelowMin']],
  [{ threshold: 0 }, ['threshold thresholdNotPositive']],
  [{ minReplicas: NaN, threshold: NaN }, ['minReplicas notANumber', 'threshold notANumber']],
  [{ cooldownSeconds: 86_400, initialCooldownSeconds: 0, scaleDownWindowSeconds: 3600 }, []],
  [{ cooldownSeconds: -1 }, ['cooldownSeconds windowOutOfRange']],
  [{ initialCooldownSeconds: 2 ** 31 }, ['initialCooldownSeconds windowOutOfRange']],
  [{ scaleDownWindowSeconds: 3601 }, ['scaleDownWindowSeconds windowOutOfRange']],
  [{ scaleUpWindowSeconds: 1.5 }, ['scaleUpWindowSeconds notAnInteger']],
])('%j is wrong in %j', (change, problems) => {
  expect(httpPolicyProblems({ ...stored, ...change }).map(({ field, code }) => `${field} ${code}`)).toEqual(
    problems,
  );
});

it.each<[string, HttpPolicy]>([
  ['bounds', { minReplicas: 1, maxReplicas: 5, threshold: 2 }],
  ['the threshold', { ...stored, threshold: 2.5 }],
  ['the cooldowns', { ...stored, cooldownSeconds: 900, initialCooldownSeconds: 600 }],
  ['the windows', { ...stored, scaleUpWindowSeconds: 30, scaleDownWindowSeconds: 0 }],
  ['all', { minReplicas: 2, maxReplicas: 4, threshold: 1, cooldownSeconds: 60, scaleDownWindowSeconds: 60 }],
])('writes %s, and leaves the other trigger and fields alone', (_what, wanted) => {
  const patch = httpPolicyPatch(sleeper, wanted);
  const after = applyPatch(sleeper, patch as Operation[], true, false).newDocument;
  expect(readHttpPolicy(after)).toEqual(wanted);
  expect(after.spec.triggers[0]).toEqual(triggers[0]);
  expect(after.metadata).toEqual(sleeper.metadata);
  expect(httpPolicyPatch(after, wanted)).toEqual([]);
});

it.each<[string, ScaledObject['spec']['advanced'], string[]]>([
  ['no advanced', undefined, ['test /metadata/resourceVersion', 'add /spec/advanced']],
  [
    'no HPA in it',
    { restoreToOriginalReplicaCount: true },
    ['test /spec/advanced', 'add /spec/advanced/horizontalPodAutoscalerConfig'],
  ],
  [
    'an HPA without rules',
    { horizontalPodAutoscalerConfig: { name: 'mine' } },
    [
      'test /spec/advanced/horizontalPodAutoscalerConfig',
      'add /spec/advanced/horizontalPodAutoscalerConfig/behavior',
    ],
  ],
  [
    'rules of another direction',
    { horizontalPodAutoscalerConfig: { behavior: { scaleUp: { selectPolicy: 'Min' } } } },
    [
      'test /spec/advanced/horizontalPodAutoscalerConfig/behavior',
      'add /spec/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown',
    ],
  ],
])('sets a window where there is %s, and takes it off again', (_case, advanced, operations) => {
  const before = aScaledObject(
    { minReplicaCount: 0, maxReplicaCount: 3, triggers, ...(advanced && { advanced }) },
    { resourceVersion: '7' },
  );
  const wanted = { ...stored, scaleDownWindowSeconds: 60 };
  const patch = httpPolicyPatch(before, wanted);
  expect(patch.map(({ op, path }) => `${op} ${path}`)).toEqual(operations);
  const after = applyPatch(before, patch as Operation[], true, false).newDocument;
  expect(readHttpPolicy(after)).toEqual(wanted);
  expect(after.spec.advanced).toMatchObject(advanced ?? {});
  const back = applyPatch(after, httpPolicyPatch(after, stored) as Operation[], true, false).newDocument;
  expect(readHttpPolicy(back)).toEqual(stored);
});

it('takes a cooldown off that is not wanted any more', () => {
  const cooling = aScaledObject({ minReplicaCount: 0, maxReplicaCount: 3, cooldownPeriod: 60, triggers });
  expect(httpPolicyPatch(cooling, stored)).toEqual([
    { op: 'test', path: '/spec/cooldownPeriod', value: 60 },
    { op: 'remove', path: '/spec/cooldownPeriod' },
  ]);
});

it('does not overwrite what somebody else has changed', () => {
  const patch = httpPolicyPatch(sleeper, { ...stored, threshold: 4 });
  const [push, queue] = triggers;
  const theirs = aScaledObject({
    minReplicaCount: 0,
    maxReplicaCount: 3,
    triggers: [push, { ...queue, metadata: { query: 'sum(another)', threshold: '2' } }],
  } as object);
  expect(() => applyPatch(theirs, patch as Operation[], true, false)).toThrow();
});

it('tests the version where there is no bound to test', () => {
  const { spec, ...rest } = aScaledObject({ triggers }, { resourceVersion: '7' });
  const bare = { ...rest, spec: { scaleTargetRef: spec.scaleTargetRef, triggers } };
  expect(httpPolicyPatch(bare, { minReplicas: 1, maxReplicas: 100, threshold: 2 })).toEqual([
    { op: 'test', path: '/metadata/resourceVersion', value: '7' },
    { op: 'add', path: '/spec/minReplicaCount', value: 1 },
  ]);
});

it('has arrived when KEDA’s HPA carries it, whose minimum is at least 1', () => {
  const hpa = aKedaHpa();
  const metrics = [
    {
      type: 'External' as const,
      external: {
        metric: { name: 's1-prometheus' },
        target: { type: 'AverageValue' as const, averageValue: '2' },
      },
    },
  ];
  const kedaHpa = { ...hpa, spec: { ...hpa.spec, minReplicas: 1, maxReplicas: 3, metrics } };
  const model = aServedModel({ scaledObject: sleeper, kedaHpa });
  expect(carriesHttpPolicy(model, stored)).toBe(true);
  expect(carriesHttpPolicy(model, { ...stored, maxReplicas: 4 })).toBe(false);
  const behind = { ...kedaHpa, spec: { ...kedaHpa.spec, maxReplicas: 2 } };
  expect(carriesHttpPolicy({ ...model, kedaHpa: behind }, stored)).toBe(false);
  const slow = { scaleUp: { stabilizationWindowSeconds: 60 } };
  const waits = { ...kedaHpa, spec: { ...kedaHpa.spec, behavior: slow } };
  expect(carriesHttpPolicy({ ...model, kedaHpa: waits }, stored)).toBe(false);
  const withoutHpa = aServedModel({ scaledObject: sleeper });
  delete withoutHpa.kedaHpa;
  expect(carriesHttpPolicy(withoutHpa, stored)).toBe(false);
  const metadata = { ...sleeper.metadata, annotations: { 'autoscaling.keda.sh/paused': 'true' } };
  expect(carriesHttpPolicy({ ...withoutHpa, scaledObject: { ...sleeper, metadata } }, stored)).toBe(true);
});

it('names the object of an older add-on that would write it back', () => {
  const owner = {
    apiVersion: 'http.keda.sh/v1alpha1',
    kind: 'HTTPScaledObject',
    name: 'llama-http',
    uid: '1',
  };
  expect(makerOf(aScaledObject({}, { ownerReferences: [owner] }))).toBe('llama-http');
  expect(makerOf(sleeper)).toBeUndefined();
});
