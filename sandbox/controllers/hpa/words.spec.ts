import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import type { Pod } from '../../../src/resources/pod';
import type { Decision } from '../../../src/simulator/autoscaler';
import { formatQuantity } from '../quantity';
import { ambiguityOf } from './ambiguity';
import { autoscalerOfHpa } from './autoscaler';
import type { MetricResult } from './metrics';
import { hpaStatus } from './status';
import { failureMessage, rescaleMessage } from './words';

const now = Date.parse('2026-01-01T00:00:00Z');
const memory = { recommendations: [], scaleUps: [], scaleDowns: [] };
const metric =
  'external metric s0-prometheus(&LabelSelector{MatchLabels:map[string]string{scaledobject.keda.sh/name: a,},MatchExpressions:[]LabelSelectorRequirement{},})';

const hpa: HorizontalPodAutoscaler = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'keda-hpa-a', namespace: 'team-a' },
  spec: {
    scaleTargetRef: { kind: 'Deployment', name: 'a' },
    maxReplicas: 6,
    metrics: [
      {
        type: 'External',
        external: {
          metric: { name: 's0-prometheus', selector: { matchLabels: { 'scaledobject.keda.sh/name': 'a' } } },
          target: { type: 'AverageValue', averageValue: '2500m' },
        },
      },
    ],
    behavior: { scaleDown: { stabilizationWindowSeconds: 60, tolerance: '50m' } },
  },
};

const ok = { status: 'True' as const, reason: 'ReadyForNewScale' };
const decision = (more: Partial<Decision>): Decision => ({
  desired: 1,
  conditions: { AbleToScale: ok },
  memory,
  ...more,
});
const failed: MetricResult = { reading: { error: 'E' }, errorReason: 'FailedGetExternalMetric' };

it('reads what the algorithm needs from the object', () => {
  expect(autoscalerOfHpa(hpa)).toEqual({
    minReplicas: 1,
    maxReplicas: 6,
    metrics: [{ name: metric, type: 'AverageValue', threshold: 2.5 }],
    behavior: { scaleDown: { stabilizationWindowSeconds: 60, tolerance: 0.05 } },
  });
});

it.each<[Partial<Decision>, string]>([
  [
    { desired: 5, rescaleReason: 'AboveTarget', winner: metric },
    `New size: 5; reason: ${metric} above target`,
  ],
  [{ desired: 1, rescaleReason: 'BelowTarget' }, 'New size: 1; reason: All metrics below target'],
  [
    { desired: 4, rescaleReason: 'CurrentAboveMax' },
    'New size: 4; reason: Current number of replicas above Spec.MaxReplicas',
  ],
  [
    { desired: 2, rescaleReason: 'CurrentBelowMin' },
    'New size: 2; reason: Current number of replicas below Spec.MinReplicas',
  ],
])('says why it scales: %j', (change, message) => {
  expect(rescaleMessage(decision(change))).toBe(message);
});

it('says which metric failed', () => {
  expect(failureMessage(hpa, [failed])).toBe(
    'invalid metrics (1 invalid out of 1), first error is: failed to get s0-prometheus external metric value: failed to get s0-prometheus external metric: E',
  );
});

describe('hpaStatus', () => {
  it('reports a change of size', () => {
    const current = { type: 'External' };
    const results = [{ reading: { value: 24 }, current }];
    const status = hpaStatus(hpa, { decision: decision({ desired: 5 }), results }, 1, now);
    expect(status).toMatchObject({
      currentReplicas: 1,
      desiredReplicas: 5,
      lastScaleTime: '2026-01-01T00:00:00Z',
      currentMetrics: [current],
    });
    expect(status.conditions).toEqual([
      {
        type: 'AbleToScale',
        status: 'True',
        reason: 'SucceededRescale',
        message: 'the HPA controller was able to update the target scale to 5',
        lastTransitionTime: '2026-01-01T00:00:00Z',
      },
    ]);
  });

  it('keeps what it wanted while the metrics fail', () => {
    const before = { ...hpa, status: { desiredReplicas: 3 } };
    const inactive = { status: 'False' as const, reason: 'FailedGetExternalMetric' };
    const spoken = {
      decision: decision({ desired: 2, conditions: { AbleToScale: ok, ScalingActive: inactive } }),
      results: [failed],
    };
    const status = hpaStatus(before, spoken, 2, now);
    expect(status).toMatchObject({ currentReplicas: 2, desiredReplicas: 3, currentMetrics: null });
    expect(status.conditions?.[1]?.message).toBe('the HPA was unable to compute the replica count: E');
  });

  it('wants nothing of a target at 0 replicas', () => {
    const inactive = { status: 'False' as const, reason: 'ScalingDisabled' };
    const spoken = {
      decision: decision({ desired: 0, conditions: { AbleToScale: ok, ScalingActive: inactive } }),
      results: [],
    };
    expect(hpaStatus(hpa, spoken, 0, now).desiredReplicas).toBe(0);
  });
});

describe('ambiguityOf', () => {
  const pod: Pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', labels: { app: 'a' } },
    spec: { containers: [] },
  };
  const other = { ...hpa, metadata: { name: 'a', namespace: 'team-a' } };
  const both = [
    { hpa, selector: 'app=a' },
    { hpa: other, selector: 'app=a' },
  ];

  it('names the HPAs that select the same pods', () => {
    expect(ambiguityOf('app=a', [pod], both)).toBe(
      'pods by selector app=a are controlled by multiple HPAs: [team-a/a team-a/keda-hpa-a]',
    );
  });

  it.each([
    ['there is no pod', [], both],
    ['the other selects other pods', [pod], [both[0], { hpa: other, selector: 'app=b' }]],
    ['the other has no target', [pod], [both[0], { hpa: other, selector: '' }]],
  ])('is silent when %s', (_what, pods, candidates) => {
    expect(
      ambiguityOf(
        'app=a',
        pods,
        candidates.flatMap((one) => one ?? []),
      ),
    ).toBeUndefined();
  });
});

it.each([
  [24, '24'],
  [0, '0'],
  [4.8, '4800m'],
  [24 / 7, '3429m'],
  [0.1, '100m'],
])('writes %s as the quantity %s', (value, text) => {
  expect(formatQuantity(value)).toBe(text);
});
