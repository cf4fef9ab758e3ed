import type { Autoscaler, Behavior, MetricReading } from './autoscaler';
import type { SyncStep } from './run';
import { simulate } from './simulate';

const metric = { name: 's0-prometheus', type: 'AverageValue', threshold: 2 } as const;

/** The same numbers each time (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

const behaviors: (Behavior | undefined)[] = [
  undefined,
  {},
  { scaleDown: { stabilizationWindowSeconds: 60 } },
  { scaleUp: { stabilizationWindowSeconds: 45, selectPolicy: 'Min' } },
  { scaleDown: { policies: [{ type: 'Percent', value: 10, periodSeconds: 120 }] } },
];

function randomRun(seed: number, load: (next: (below: number) => number) => MetricReading) {
  const next = numbers(seed);
  const minReplicas = 1 + next(4);
  const given = behaviors[next(behaviors.length)];
  const autoscaler: Autoscaler = {
    minReplicas,
    maxReplicas: minReplicas + next(12),
    metrics: [{ ...metric, type: next(3) === 0 ? 'Value' : 'AverageValue' }],
    ...(given && { behavior: given }),
  };
  const steps = simulate({
    spec: { autoscaler },
    loads: [() => load(next)],
    replicas: 1 + next(20),
    durationSeconds: 3600,
    podStartSeconds: next(100),
  });
  return { autoscaler, steps: steps as SyncStep[] };
}

describe('whatever the load', () => {
  const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

  it.each(seeds)('the desired number is within min and max (run %d)', (seed) => {
    const { autoscaler, steps } = randomRun(seed, (next) =>
      next(5) === 0 ? { error: 'no answer' } : { value: next(60) },
    );
    const outside = steps.filter(({ to }) => to < autoscaler.minReplicas || to > autoscaler.maxReplicas);
    expect(outside).toEqual([]);
  });

  it.each(seeds)('a failing metric never scales down (run %d)', (seed) => {
    const { steps } = randomRun(seed, () => ({ error: 'no answer' }));
    const moved = steps.filter(({ from, to, rescaleReason }) => to !== from && !rescaleReason);
    expect(moved).toEqual([]);
    expect(steps.slice(1).every(({ from, to }) => from === to)).toBe(true);
  });
});
