import { readAutoscalingPolicy, type AutoscalingPolicy } from '../policy/autoscalingPolicy';
import { policyPatch } from '../policy/policyPatch';
import { ownTrigger, type PolicyTrigger } from '../policy/trigger';
import { pausedAnnotation } from '../resources/pause';
import {
  aDeployment,
  aKserveHpa,
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from '../resources/testObjects';
import type { ServedModel } from '../resources/servedModel';
import type { Consequence } from './consequence';
import { consequencesOf } from './consequencesOf';
import type { PlannedChange } from './plannedChange';

const cpu = { type: 'Resource' as const, resource: { name: 'cpu' } };
const name = { namespace: 'team-a', name: 'llama' };

function deploymentWith(replicas: number, args: string[] = []) {
  const deployment = aDeployment(replicas);
  const [container] = deployment.spec.template.spec.containers;
  if (container) container.args = args;
  return deployment;
}

function found(
  changes: Partial<AutoscalingPolicy>,
  { model = aServedModel(), ...around }: Partial<PlannedChange> = {},
): Consequence[] {
  const before = readAutoscalingPolicy(model.inferenceService);
  const after = { ...before, ...changes };
  const patch = policyPatch(model.inferenceService, after);
  return consequencesOf({ model, before, after, patch, loads: [0], ...around });
}

const codes = (consequences: Consequence[]): string[] => consequences.map(({ code }) => code);
const withReplicas = (replicas: number): ServedModel =>
  aServedModel({ deployment: deploymentWith(replicas) });
const query = (text: string, change: Partial<PolicyTrigger> = {}): PolicyTrigger => ({
  ...ownTrigger('waiting', name, 2),
  kind: 'query',
  query: text,
  ...change,
});

it.each<[string, Partial<AutoscalingPolicy>, Partial<PlannedChange>, object]>([
  ['no restart for bounds', { maxReplicas: 6 }, {}, { code: 'noRestart', tone: 'good' }],
  [
    'a restart for another class, with the GPUs of one more pod',
    { mode: 'none', triggers: [] },
    { gpus: { allocatable: 8, free: 0 } },
    { code: 'restart', tone: 'warning', pods: 1, gpus: 1, free: 0 },
  ],
  [
    'metrics that stay beside the triggers',
    { maxReplicas: 6 },
    { model: aServedModel({ inferenceService: anInferenceService({ autoScaling: { metrics: [cpu] } }) }) },
    { code: 'keepsMetrics', tone: 'info', metrics: ['cpu'] },
  ],
  ['a raised minimum at once', { minReplicas: 2 }, {}, { code: 'atOnce', from: 1, to: 2, bound: 'min' }],
  [
    'a lowered maximum at once',
    { maxReplicas: 2 },
    { model: withReplicas(5) },
    { code: 'atOnce', tone: 'warning', from: 5, to: 2, bound: 'max' },
  ],
  [
    'the requests that a lowered maximum cuts',
    { maxReplicas: 2 },
    { model: withReplicas(5) },
    { code: 'cutsRequests', replicas: 3, seconds: 30 },
  ],
  [
    'what the load wants, limited',
    { maxReplicas: 8 },
    { loads: [24] },
    {
      code: 'wanted',
      proposals: [{ trigger: 0, load: 24, threshold: 2, wants: 12, withinTolerance: false }],
      from: 1,
      to: 8,
      limitedTo: 'max',
    },
  ],
  [
    'what the load wants below what runs, after the window',
    { scaleDownWindowSeconds: 120 },
    { model: withReplicas(3), loads: [0], windowsSupported: true },
    { code: 'wanted', from: 3, to: 1, limitedTo: 'min', windowSeconds: 120 },
  ],
  [
    'the tolerance',
    { triggers: [{ ...ownTrigger('waiting', name, 10) }] },
    { loads: [11] },
    {
      code: 'wanted',
      proposals: [{ trigger: 0, load: 11, threshold: 10, wants: 1, withinTolerance: true }],
      from: 1,
      to: 1,
    },
  ],
  [
    'the highest of two triggers',
    { triggers: [ownTrigger('waiting', name, 2), ownTrigger('waitingAndRunning', name, 5)] },
    { loads: [2, 15] },
    { code: 'wanted', winner: 1, to: 3 },
  ],
  ['a load that is not known', {}, { loads: [undefined] }, { code: 'loadUnknown', triggers: [0] }],
  [
    'the GPUs of the maximum',
    { maxReplicas: 8 },
    { gpus: { allocatable: 32, free: 9 } },
    { code: 'gpusAtMax', tone: 'info', replicas: 8, gpus: 8, free: 9, allocatable: 32 },
  ],
  [
    'too few free GPUs',
    { maxReplicas: 8 },
    { gpus: { allocatable: 32, free: 5 } },
    { code: 'gpusAtMax', tone: 'warning', shortOf: 'free', fits: 6 },
  ],
  [
    'more GPUs than there are',
    { maxReplicas: 40 },
    { gpus: { allocatable: 32, free: 9 } },
    { code: 'gpusAtMax', shortOf: 'allocatable', fits: 10 },
  ],
  [
    'a quota that is too small',
    { maxReplicas: 8 },
    { gpus: { allocatable: 32, free: 9 }, quota: { hard: 6, used: 1 } },
    { code: 'gpusAtMax', shortOf: 'quota', quota: 6, fits: 6 },
  ],
  [
    'windows that KServe drops',
    { scaleDownWindowSeconds: 60 },
    { windowsSupported: false },
    { code: 'windowsNotKept', tone: 'warning' },
  ],
  ['a slow scale-up', { scaleUpWindowSeconds: 60 }, {}, { code: 'slowUp', seconds: 60 }],
  ['a short window', { scaleDownWindowSeconds: 15 }, {}, { code: 'shortWindow', seconds: 15 }],
  [
    'what a long window holds',
    { scaleDownWindowSeconds: 900, maxReplicas: 4 },
    {},
    { code: 'holdsGpus', seconds: 900, gpus: 3 },
  ],
  ['the saw-tooth of a queue alone', {}, {}, { code: 'queueOnly', tone: 'warning' }],
  [
    'a threshold above the slots',
    { triggers: [ownTrigger('waitingAndRunning', name, 25)] },
    { model: aServedModel({ deployment: deploymentWith(1, ['--max-num-seqs=20']) }) },
    { code: 'aboveSlots', threshold: 25, slots: 20, never: false },
  ],
  [
    'a threshold that running requests never reach',
    { triggers: [query('sum(vllm:num_requests_running{service="llama-metrics"})', { threshold: 20 })] },
    { model: aServedModel({ deployment: deploymentWith(1, ['--max-num-seqs', '20']) }) },
    { code: 'aboveSlots', slots: 20, never: true },
  ],
  [
    'a cache that is never so full',
    { triggers: [ownTrigger('kvCache', name, 0.95)] },
    {},
    { code: 'cacheNeverFull', threshold: 0.95 },
  ],
  [
    'a query with a series for each pod',
    { triggers: [query('vllm:num_requests_waiting{service="llama-metrics"}')] },
    {},
    { code: 'unsummed', trigger: 0 },
  ],
  [
    'the cluster-wide port',
    {
      triggers: [query('sum(x)', { serverAddress: 'https://thanos-querier.openshift-monitoring.svc:9091' })],
    },
    {},
    { code: 'clusterWidePort', trigger: 0 },
  ],
])('tells %s', (_case, changes, around, expected) => {
  expect(found(changes, around)).toContainEqual(expect.objectContaining(expected));
});

it('has nothing to warn of for a good policy', () => {
  const trigger = ownTrigger('waitingAndRunning', name, 15);
  const model = aServedModel({ deployment: deploymentWith(1, ['--max-num-seqs=20']) });
  const consequences = found({ triggers: [trigger] }, { model, gpus: { allocatable: 9, free: 8 } });
  expect(consequences.filter(({ tone }) => tone === 'warning')).toEqual([]);
});

it('calculates nothing for a paused model, and says that the pause stays', () => {
  const scaledObject = aScaledObject({}, { annotations: { [pausedAnnotation]: 'true' } });
  const paused = codes(found({ minReplicas: 2 }, { model: aServedModel({ scaledObject }), loads: [24] }));
  expect(paused).toContain('paused');
  expect(paused).not.toContain('atOnce');
  expect(paused).not.toContain('wanted');
});

it('says which rules KServe drops', () => {
  const behavior = { scaleDown: { policies: [], stabilizationWindowSeconds: 60 } };
  const { autoScaling } = anInferenceService().spec.predictor;
  const inferenceService = anInferenceService({ autoScaling: { ...autoScaling, behavior } });
  expect(found({}, { model: aServedModel({ inferenceService }) })).toContainEqual({
    code: 'rulesNotKept',
    tone: 'warning',
    rules: ['scaleDown.policies'],
  });
});

it.each([
  [{ annotations: { 'argocd.argoproj.io/tracking-id': 'x' } }, 'Argo CD'],
  [{ labels: { 'kustomize.toolkit.fluxcd.io/name': 'x' } }, 'Flux'],
  [{ managedFields: [{ manager: 'argocd-controller' }] }, 'Argo CD'],
])('knows the tool that will undo the edit: %j', (meta, manager) => {
  const inferenceService = anInferenceService({}, meta);
  expect(found({}, { model: aServedModel({ inferenceService }) })).toContainEqual({
    code: 'gitOps',
    tone: 'warning',
    manager,
  });
});

it('says nothing of triggers and loads of a model without KEDA', () => {
  const model = aServedModel({ inferenceService: aPlainInferenceService() });
  expect(codes(found({ mode: 'none', maxReplicas: 1 }, { model, loads: [] }))).toEqual([
    'restart',
    'gpusAtMax',
  ]);
});

describe('an HPA that KServe left behind', () => {
  const own = aKserveHpa();
  const foreign = { ...own, metadata: { ...own.metadata, ownerReferences: [] } };

  it.each([
    ['goes with a change', { maxReplicas: 6 }, own, ['HorizontalPodAutoscaler llama-predictor']],
    ['stays where nothing is changed', {}, own, undefined],
    ['stays where it is somebody else’s', { maxReplicas: 6 }, foreign, undefined],
  ])('%s', (_case, changes, kserveHpa, names) => {
    const removal = found(changes, { model: aServedModel({ kserveHpa }) }).find(
      ({ code }) => code === 'removesObjects',
    );
    expect(removal).toEqual(names && { code: 'removesObjects', tone: 'info', names });
  });
});
