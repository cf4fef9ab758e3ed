import type { KubernetesEvent } from '../resources/event';
import { decisionsOf } from './decisionsOf';
import type { DecisionSeries } from './decisionSeries';
import { rescalesOf } from './rescales';

const time = (seconds: number): string => new Date(seconds * 1000).toISOString();

function rescaled(size: string, first: number, last = first, reason = 'SuccessfulRescale'): KubernetesEvent {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `e${String(first)}`, namespace: 'team-a' },
    involvedObject: { kind: 'HorizontalPodAutoscaler', name: 'keda-hpa-llama-predictor' },
    reason,
    message: size,
    firstTimestamp: time(first),
    lastTimestamp: time(last),
  };
}

describe('rescalesOf', () => {
  it.each([
    ['nothing', [], []],
    ['one', [rescaled('New size: 5; reason: x above target', 60)], [{ at: 60, to: 5 }]],
    [
      'one that came again, and one in between, in their order',
      [rescaled('New size: 5; reason: x', 60, 200), rescaled('New size: 1; reason: y', 100)],
      [
        { at: 60, to: 5 },
        { at: 100, to: 1 },
        { at: 200, to: 5 },
      ],
    ],
    ['another event', [rescaled('New size: 5; reason: x', 60, 60, 'FailedRescale')], []],
    ['other words', [rescaled('Scaled', 60)], []],
  ])('reads %s', (_case, events, expected) => {
    expect(rescalesOf(events)).toEqual(expected);
  });
});

describe('decisionsOf, with what the HPA has told', () => {
  /** A step of 60 s from 1000 on; the load is one of 40 all the time. */
  function series(replicas: number[]): DecisionSeries {
    const all = (value: number): number[] => replicas.map(() => value);
    return {
      times: replicas.map((_value, index) => 1000 + index * 60),
      replicas,
      available: replicas,
      desired: replicas,
      min: all(1),
      max: all(6),
      load: all(40),
    };
  }
  const rule = { threshold: 2, windowSeconds: 300 };
  const decisions = (replicas: number[], ...told: [at: number, to: number][]) =>
    decisionsOf(
      series(replicas),
      rule,
      told.map(([at, to]) => ({ at, to })),
    ).map(({ at, from, to, cause, after }) => ({ at, from, to, cause, ...(after && { after }) }));

  it('shows each of two that were measured as one', () => {
    expect(decisions([1, 1, 6], [1065, 5], [1080, 6])).toEqual([
      { at: 1065, from: 1, to: 5, cause: 'load' },
      { at: 1080, from: 5, to: 6, cause: 'load' },
    ]);
  });

  it('says how long the replicas took from then on', () => {
    const slow = { ...series([1, 6, 6]), available: [1, 1, 6] };
    const [decision] = decisionsOf(slow, rule, [{ at: 1030, to: 6 }]);
    expect(decision).toMatchObject({ at: 1030, readiness: { added: 5, ready: 5, seconds: 90 } });
  });

  it.each<[string, [number, number][]]>([
    ['it told of nothing', []],
    ['it told of it much earlier', [[700, 6]]],
    ['it told of it later', [[1130, 6]]],
    ['what it told does not end there', [[1100, 5]]],
  ])('keeps the measured time when %s', (_case, told) => {
    expect(decisions([1, 1, 6], ...told)).toEqual([{ at: 1120, from: 1, to: 6, cause: 'load' }]);
  });

  it('takes each for one change only, and what came before the first for none', () => {
    expect(decisions([2, 2, 6, 2, 6], [990, 2], [1070, 6], [1130, 2], [1200, 6])).toEqual([
      { at: 1070, from: 2, to: 6, cause: 'load' },
      { at: 1130, from: 6, to: 2, cause: 'unexplained' },
      { at: 1200, from: 2, to: 6, cause: 'load' },
    ]);
  });

  it('calls what the HPA did not want now nobody’s hand, where it told of it', () => {
    const calm = { ...series([1, 1, 4]), load: [0, 0, 0], desired: [1, 1, 1] };
    expect(decisionsOf(calm, rule)).toMatchObject([{ cause: 'manual' }]);
    expect(decisionsOf(calm, rule, [{ at: 1100, to: 4 }])).toMatchObject([{ cause: 'unexplained' }]);
  });
});
