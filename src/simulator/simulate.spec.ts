import type { Autoscaler, Behavior, MetricReading } from './autoscaler';
import type { ScaleTarget } from './kedaTick';
import type { Step, SyncStep } from './run';
import { simulate } from './simulate';
import { syncAutoscaler } from './syncAutoscaler';

const metric = { name: 's0-prometheus', type: 'AverageValue', threshold: 2 } as const;
const behavior: Behavior = { scaleDown: { stabilizationWindowSeconds: 60 } };
const scaler: Autoscaler = { minReplicas: 1, maxReplicas: 10, metrics: [metric], behavior };
const target: ScaleTarget = {
  minReplicas: 1,
  maxReplicas: 10,
  cooldownSeconds: 300,
  initialCooldownSeconds: 0,
  createdAt: 0,
};
const steady = (value: number) => (): MetricReading => ({ value });

function changes(steps: Step[]): string[] {
  return steps
    .filter(({ from, to }) => from !== to)
    .map((s) => [s.at, s.by, [s.from, s.to].join('->')].join(' '));
}

describe('a run', () => {
  it('starts pods with a delay', () => {
    const steps = simulate({
      spec: { autoscaler: scaler },
      loads: [steady(8)],
      replicas: 1,
      durationSeconds: 61,
      podStartSeconds: 45,
    });
    expect(steps.map(({ at, to, ready }) => [at, to, ready])).toEqual([
      [0, 4, 1],
      [15, 4, 1],
      [30, 4, 1],
      [45, 4, 4],
      [60, 4, 4],
    ]);
  });

  it('lets the load depend on the ready pods', () => {
    const steps = simulate({
      spec: { autoscaler: scaler },
      loads: [(_now, ready) => ({ value: ready < 3 ? 8 : 6 })],
      replicas: 2,
      durationSeconds: 120,
    });
    expect(changes(steps)).toEqual(['0 hpa 2->4', '60 hpa 4->3']);
  });

  it('goes to 0 and back with KEDA, and the HPA is off at 0', () => {
    const toZero = { ...target, minReplicas: 0, cooldownSeconds: 60 };
    const steps = simulate({
      spec: { autoscaler: scaler, target: toZero },
      loads: [(now) => ({ value: now >= 40 && now < 70 ? 1 : 0 })],
      replicas: 1,
      durationSeconds: 200,
    });
    expect(changes(steps)).toEqual(['1 keda 1->0', '61 keda 0->1', '151 keda 1->0']);
    const off = steps.find((step): step is SyncStep => step.by === 'hpa' && step.at === 15);
    expect(off?.shown.ScalingActive).toEqual({ status: 'False', reason: 'ScalingDisabled' });
  });

  it('compares with the activation threshold', () => {
    const steps = simulate({
      spec: { autoscaler: scaler, target: { ...target, minReplicas: 0 }, activationThresholds: [5] },
      loads: [steady(4)],
      replicas: 0,
      durationSeconds: 100,
    });
    expect(changes(steps)).toEqual([]);
  });

  it('while paused there are no syncs, and the next HPA starts afresh', () => {
    const steps = simulate({
      spec: { autoscaler: scaler, target },
      edits: [
        { at: 40, spec: { autoscaler: scaler, target: { ...target, paused: true } } },
        { at: 100, spec: { autoscaler: scaler, target } },
      ],
      loads: [(now) => ({ value: now < 40 ? 8 : 0 })],
      replicas: 1,
      durationSeconds: 200,
    });
    const syncs = steps.filter(({ by }) => by === 'hpa').map(({ at }) => at);
    expect(syncs.filter((at) => at >= 40 && at < 100)).toEqual([]);
    expect(changes(steps)).toEqual(['0 hpa 1->4', '165 hpa 4->1']);
  });

  it('paused at a number goes there at once', () => {
    const paused = { ...target, pausedReplicas: 7 };
    const steps = simulate({
      spec: { autoscaler: scaler, target },
      edits: [{ at: 40, spec: { autoscaler: scaler, target: paused } }],
      loads: [steady(2)],
      replicas: 1,
      durationSeconds: 100,
    });
    expect(changes(steps)).toEqual(['40 keda 1->7']);
  });

  it.each([
    ['max lowered', { maxReplicas: 3 }, '45 hpa 5->3'],
    ['min raised', { minReplicas: 8 }, '45 hpa 5->8'],
  ])('%s takes effect with the next sync', (_name, bounds, expected) => {
    const steps = simulate({
      spec: { autoscaler: scaler },
      edits: [{ at: 40, spec: { autoscaler: { ...scaler, ...bounds } } }],
      loads: [steady(10)],
      replicas: 5,
      durationSeconds: 100,
    });
    expect(changes(steps)).toEqual([expected]);
  });

  it("falls back after more failures than the threshold, its own and the HPA's together", () => {
    const steps = simulate({
      spec: {
        autoscaler: scaler,
        target: { ...target, hasFallback: true, fallbackReplicas: 4 },
        fallback: { failureThreshold: 3, replicas: 4 },
      },
      loads: [() => ({ error: 'no answer' })],
      replicas: 2,
      durationSeconds: 100,
    });
    // Failures at 0, 1, 15 and 30: the fourth is one more than 3.
    expect(changes(steps)).toEqual(['30 hpa 2->4']);
    const ticks = steps.flatMap((step) => (step.by === 'keda' ? [step.tick.conditions.Active?.status] : []));
    expect(ticks).toEqual(['False', 'True', 'True', 'True']);
  });

  it('a metric without a load counts as failed', () => {
    const steps = simulate({ spec: { autoscaler: scaler }, loads: [], replicas: 4, durationSeconds: 400 });
    expect(changes(steps)).toEqual([]);
  });
});

describe('24 hours, a sync each 15 s', () => {
  const day = 24 * 3600;
  const load = (now: number): MetricReading => ({ value: Math.round(20 + 20 * Math.sin(now / 700)) });
  const options = {
    spec: { autoscaler: { ...scaler, behavior: {} } },
    loads: [load],
    replicas: 1,
    durationSeconds: day,
  };

  it('takes little processor time', () => {
    simulate(options);
    const before = process.cpuUsage();
    const steps = simulate(options);
    const { user } = process.cpuUsage(before);
    expect(steps).toHaveLength(day / 15);
    expect(changes(steps).length).toBeGreaterThan(10);
    expect(user / 1000).toBeLessThan(500);
  });

  it('remembers no more than the window holds', () => {
    let decision = syncAutoscaler(options.spec.autoscaler, undefined, {
      now: 0,
      specReplicas: 1,
      statusReplicas: 1,
      readyReplicas: 1,
      readings: [load(0)],
    });
    let longest = 0;
    for (let now = 15; now < day; now += 15) {
      const replicas = decision.desired;
      decision = syncAutoscaler(options.spec.autoscaler, decision.memory, {
        now,
        specReplicas: replicas,
        statusReplicas: replicas,
        readyReplicas: replicas,
        readings: [load(now)],
      });
      const { recommendations, scaleUps, scaleDowns } = decision.memory;
      longest = Math.max(longest, recommendations.length, scaleUps.length, scaleDowns.length);
    }
    expect(longest).toBeLessThanOrEqual(300 / 15 + 2);
  });
});
