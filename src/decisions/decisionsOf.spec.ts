import type { Values } from '../resources/values';
import type { DecisionSeries } from './decisionSeries';
import { decisionsOf } from './decisionsOf';

/** A step of 15 s from 0 on; bounds stay 1 to 6, the HPA wants what the Deployment has, nothing waits. */
function series(replicas: Values, parts: Partial<DecisionSeries> = {}): DecisionSeries {
  const all = (value: number): Values => replicas.map(() => value);
  return {
    times: replicas.map((_value, index) => index * 15),
    replicas,
    available: replicas,
    desired: replicas,
    min: all(1),
    max: all(6),
    load: all(0),
    ...parts,
  };
}

const rule = { threshold: 2, windowSeconds: 30 };
const gone: Values = [null, null, null];

describe('decisionsOf', () => {
  it.each<[string, DecisionSeries, object[]]>([
    ['nothing changes', series([1, 1, 1]), []],
    ['a gap changes nothing', series([1, null, 1]), []],
    [
      'the load grows',
      series([1, 1, 3], { load: [0, 6, 9] }),
      [{ at: 30, from: 1, to: 3, cause: 'load', arithmetic: { load: 6, threshold: 2, wants: 3 } }],
    ],
    [
      'the load wants more than the maximum',
      series([3, 3, 6], { load: [6, 24, 24] }),
      [{ cause: 'load', arithmetic: { load: 24, threshold: 2, wants: 12, limitedTo: 'max' } }],
    ],
    [
      'the HPA goes up in paces',
      series([1, 1, 4], { load: [0, 12, 12] }),
      [{ cause: 'load', to: 4, arithmetic: { load: 12, threshold: 2, wants: 6, limitedTo: 'pace' } }],
    ],
    [
      'the window ends',
      series([3, 3, 1], { load: [0, 1, 0] }),
      [{ cause: 'windowEnded', from: 3, to: 1, arithmetic: { load: 1, threshold: 2, wants: 1 } }],
    ],
    [
      'the window ends at the minimum',
      series([3, 3, 2], { min: [2, 2, 2] }),
      [{ cause: 'windowEnded', to: 2, min: 2, arithmetic: { wants: 0, limitedTo: 'min' } }],
    ],
    ['the minimum rises', series([1, 1, 2], { min: [1, 1, 2] }), [{ cause: 'minimumRaised', min: 2 }]],
    ['the minimum falls', series([2, 2, 1], { min: [2, 1, 1] }), [{ cause: 'windowEnded' }]],
    ['the minimum falls, at once', series([2, 1, 1], { min: [2, 1, 1] }), [{ cause: 'minimumLowered' }]],
    ['the maximum falls', series([5, 5, 3], { max: [6, 6, 3] }), [{ cause: 'maximumLowered', max: 3 }]],
    [
      'the maximum rises under load',
      series([3, 3, 6], { max: [3, 3, 6], load: [12, 12, 12] }),
      [{ cause: 'maximumRaised', arithmetic: { load: 12, wants: 6 } }],
    ],
    ['KEDA wakes it', series([0, 0, 1]), [{ cause: 'woken' }]],
    ['KEDA lets it rest', series([1, 1, 0]), [{ cause: 'idle' }]],
    [
      'somebody scales it against the HPA',
      series([1, 1, 4], { desired: [1, 1, 1] }),
      [{ cause: 'manual', from: 1, to: 4 }],
    ],
    ['somebody scales it without an HPA', series([1, 1, 4], { min: gone, max: gone }), [{ cause: 'manual' }]],
    ['the load does not explain it', series([1, 1, 4]), [{ cause: 'unexplained' }]],
    [
      'the HPA goes and comes back',
      series([2, 2, 2], { min: [1, null, 1], max: [6, null, 6] }),
      [
        { at: 15, cause: 'paused', from: 2, to: 2 },
        { at: 30, cause: 'resumed' },
      ],
    ],
    ['everything is a gap for a while', series([2, null, 2], { min: [1, null, 1], max: [6, null, 6] }), []],
  ])('when %s', (_case, measured, expected) => {
    expect(decisionsOf(measured, rule)).toMatchObject(expected);
    expect(decisionsOf(measured, rule)).toHaveLength(expected.length);
  });

  it('explains nothing without a threshold per replica', () => {
    const [decision] = decisionsOf(series([1, 1, 3], { load: [0, 6, 6] }), { windowSeconds: 300 });
    expect(decision).toMatchObject({ cause: 'hpa' });
    expect(decision).not.toHaveProperty('arithmetic');
  });

  it('says since when a change may have come', () => {
    const gap = Array.from({ length: 10 }, () => null);
    const [decision] = decisionsOf(series([1, ...gap, 3]), rule);
    expect(decision).toMatchObject({ after: 0, at: 165 });
  });

  it.each([
    ['all of them', [1, 1, 2, 3, 3], [1, 1, 1, 2, 3], { added: 1, ready: 1, seconds: 15 }],
    ['none yet', [1, 1, 3, 3, 3], [1, 1, 1, 1, 1], { added: 2, ready: 0 }],
    ['some of them', [1, 3, 3, 3, 3], [1, 1, 2, 2, 2], { added: 2, ready: 1, seconds: 15 }],
    [
      'only those before some are taken away',
      [1, 3, 3, 1, 1],
      [1, 1, 2, 3, 3],
      { added: 2, ready: 1, seconds: 15 },
    ],
  ])('tells how long it took until they served: %s', (_case, replicas, available, readiness) => {
    const [first] = decisionsOf(series(replicas, { available }), rule);
    expect(first?.readiness).toEqual(readiness);
  });
});
