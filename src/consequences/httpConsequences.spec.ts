import type { HttpPolicy } from '../policy/httpPolicy';
import { pausedAnnotation } from '../resources/pause';
import { aDeployment, aScaledObject, aServedModel } from '../resources/testObjects';
import { httpConsequences } from './httpConsequences';

const running = (replicas: number, annotations = {}, labels = {}) => {
  const scaledObject = aScaledObject({}, { annotations, labels });
  return { model: aServedModel({ scaledObject, deployment: aDeployment(replicas) }), scaledObject };
};
const codes = (
  { model, scaledObject }: ReturnType<typeof running>,
  minReplicas: number,
  maxReplicas: number,
  { before = {}, after = {} }: { before?: Partial<HttpPolicy>; after?: Partial<HttpPolicy> } = {},
) => {
  const bounds = { minReplicas, maxReplicas };
  return httpConsequences({
    model,
    scaledObject,
    before: { ...bounds, ...before },
    after: { ...bounds, ...after },
  }).map(({ code }) => code);
};

it.each([
  ['what lies within', running(2), 0, 3, []],
  ['a maximum below', running(3), 0, 2, ['atOnce', 'cutsRequests']],
  ['a minimum that wakes it', running(0), 1, 2, ['atOnce']],
  ['a paused model', running(3, { [pausedAnnotation]: 'true' }), 0, 2, []],
])('%s', (_case, state, min, max, expected) => {
  expect(codes(state, min, max)).toEqual(['noRestart', ...expected, 'gpusAtMax']);
});

it('names the GitOps tool that writes it back', () => {
  expect(codes(running(2, { 'argocd.argoproj.io/tracking-id': 'x' }), 0, 3)[0]).toBe('gitOps');
});

it.each<[string, number, Partial<HttpPolicy>, string[]]>([
  ['a short idle time', 0, { cooldownSeconds: 30 }, ['shortWindow']],
  ['a long one, in which a GPU stays', 0, { cooldownSeconds: 900 }, ['holdsGpus']],
  ['the default in words', 0, { cooldownSeconds: 300 }, []],
  ['a cooldown where nothing sleeps', 1, { cooldownSeconds: 30, initialCooldownSeconds: 30 }, []],
  ['no time to load', 0, { initialCooldownSeconds: 30 }, ['loadingCut']],
  ['time enough to load', 0, { initialCooldownSeconds: 600 }, []],
  ['windows', 0, { scaleUpWindowSeconds: 60, scaleDownWindowSeconds: 600 }, ['slowUp', 'holdsGpus']],
  ['a window with one replica at most', 0, { maxReplicas: 1, scaleDownWindowSeconds: 600 }, []],
])('%s', (_case, min, after, expected) => {
  expect(codes(running(1), min, 3, { after })).toEqual(['noRestart', 'gpusAtMax', ...expected]);
});

it('counts the time to load only until the first request', () => {
  const state = running(1);
  const scaledObject = { ...state.scaledObject, status: { lastActiveTime: '2026-01-01T00:00:00Z' } };
  expect(codes({ ...state, scaledObject }, 0, 3, { after: { initialCooldownSeconds: 30 } })).not.toContain(
    'loadingCut',
  );
});
