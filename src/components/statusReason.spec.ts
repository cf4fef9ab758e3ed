import type { Translate } from '../i18n';
import { toneOf } from '../status/modelStatus';
import type { ModelStatus, StatusFacts } from '../status/modelStatus';
import { statusReason } from './statusReason';

/** English as it stands in the source, with its facts filled in. */
const t = ((key: string, facts: Record<string, unknown> = {}) =>
  key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]))) as unknown as Translate;

const bounds = { min: 1, max: 6 };
const holding = {
  code: 'holding',
  replicas: 3,
  windowSeconds: 300,
  scaleDownDisabled: false,
  ...bounds,
} as const;
const arithmetic = {
  load: 24,
  source: 'prometheus',
  threshold: 2,
  type: 'AverageValue',
  wants: 12,
  withinTolerance: false,
  limitedTo: 'max',
  replicas: 6,
  otherMetrics: 0,
} as const;
const now = 1_000_000;

const rows: [StatusFacts, string | undefined][] = [
  [{ code: 'scalingUp', from: 1, to: 6, arithmetic, ...bounds }, '24 / 2 = 12, limited to 6'],
  [{ code: 'steady', replicas: 1, ...bounds }, undefined],
  [
    {
      code: 'steady',
      replicas: 2,
      ...bounds,
      arithmetic: { ...arithmetic, wants: 2, withinTolerance: true },
    },
    '24 / 2 is within 10 % of 2',
  ],
  [{ code: 'scalingDown', from: 6, to: 2, ...bounds }, 'load fell: 6 to 2 replicas'],
  [{ ...holding, to: 1, until: now + 160_000 }, 'scales to 1 in 2 min 40 sec'],
  [holding, 'waits for the scale-down window'],
  [{ ...holding, to: 1, until: now - 1 }, 'scales to 1 at the next decision'],
  [{ ...holding, to: 1, scaleDownDisabled: true }, 'scaling down is switched off'],
  [{ code: 'idle', replicas: 1, ...bounds }, 'nothing waits; at the minimum of 1'],
  [
    { code: 'atMaximum', wants: 12, waiting: 24, ready: 6, pendingPods: 0, ...bounds },
    'wants 12, limited to 6; 24 requests wait',
  ],
  [{ code: 'atMaximum', ready: 6, pendingPods: 0, ...bounds }, 'wants more than 6'],
  [
    { code: 'atMaximum', wants: 12, ready: 2, pendingPods: 4, ...bounds },
    'wants 12, limited to 6; 4 replicas are pending',
  ],
  [
    { code: 'waitingForGpus', pods: 2, gpu: true, message: '0/3 nodes: Insufficient nvidia.com/gpu' },
    '2 replicas are pending: 0/3 nodes: Insufficient nvidia.com/gpu',
  ],
  [
    { code: 'loading', replicas: 2, ready: 1, desired: 3, since: now - 60_000 },
    '2 replicas load the model, for 1 min so far',
  ],
  [{ code: 'paused', replicas: 2, since: now - 60_000, by: 'kubectl' }, '1 min ago by kubectl; 2 replicas'],
  [{ code: 'noData', replicas: 1 }, 'KEDA reads this as 0: it will not scale'],
  [{ code: 'queryFails', source: 'keda', message: 'returned status: 403' }, 'returned status: 403'],
  [{ code: 'blocked', hpaInTheWay: 'llama-predictor' }, 'the HPA llama-predictor is in the way'],
  [
    { code: 'twoAutoscalers', names: ['a', 'b'], deployment: 'd' },
    'a, b get in each other’s way at the Deployment d: none of them acts',
  ],
  [{ code: 'fixed', replicas: 2 }, '2 replicas, nothing scales it'],
  [
    { code: 'unknown', missing: [{ plural: 'scaledobjects', why: 'absent' }] },
    'scaledobjects are not served here',
  ],
  [{ code: 'loadUnknown' }, 'it is not known what its query gives'],
  [{ code: 'loadUnknown', waiting: 24 }, 'KEDA reads 0 while 24 requests wait'],
  [{ code: 'atRest' }, 'KEDA reads 0: its query gives 0, or no series'],
];

describe('statusReason', () => {
  it('adds why the model does not load', () => {
    const status: ModelStatus = {
      code: 'loading',
      replicas: 1,
      ready: 0,
      desired: 1,
      tone: 'info',
      loadFailure: 'ModelLoadFailed: CUDA out of memory',
    };
    expect(statusReason(status, now, t)).toMatch(/; it does not load: ModelLoadFailed: CUDA out of memory$/);
  });

  it('adds why pods are refused', () => {
    const status: ModelStatus = {
      code: 'fixed',
      replicas: 2,
      tone: 'neutral',
      refusal: 'exceeded quota: gpus',
    };
    expect(statusReason(status, now, t)).toBe(
      '2 replicas, nothing scales it; pods are refused: exceeded quota: gpus',
    );
  });

  it.each<[StatusFacts, { down: boolean; up: boolean; since?: number; by?: string }, string]>([
    [
      { code: 'atMaximum', ready: 6, pendingPods: 0, ...bounds },
      { down: true, up: false, since: now - 60_000, by: 'kubectl' },
      'wants more than 6; Scale-down paused: 1 min ago by kubectl',
    ],
    [{ code: 'steady', ...bounds }, { down: false, up: true }, 'Scale-up paused'],
  ])('says since when one direction is paused, whatever the state: %j', (facts, hold, words) => {
    expect(statusReason({ ...facts, tone: toneOf[facts.code], hold }, now, t)).toBe(words);
  });

  it.each(rows)('says why: %j', (facts, words) => {
    const status: ModelStatus = { ...facts, tone: toneOf[facts.code] };
    expect(statusReason(status, now, t)).toBe(words);
  });
});
