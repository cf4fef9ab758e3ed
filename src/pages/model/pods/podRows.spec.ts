import { aPendingPod } from '../../../resources/testObjects';
import { aPod } from '../../../resources/testPods';
import { podRows, sortedPodRows } from './podRows';
import type { PodColumn } from './podRows';

const ready = {
  phase: 'Running',
  conditions: [{ type: 'Ready', status: 'True' }],
} as const;
const rows = podRows(
  [
    aPod(
      { ...ready, conditions: [...ready.conditions] },
      { name: 'b', creationTimestamp: '2026-01-01T02:00:00Z' },
    ),
    aPendingPod('c'),
    aPod({ phase: 'Failed', reason: 'Evicted' }, { name: 'a', creationTimestamp: '2026-01-01T01:00:00Z' }),
  ],
  new Map([
    ['b', { waiting: 2, running: 9, kvCache: 0.4 }],
    ['a', { waiting: 5 }],
  ]),
);

describe('sortedPodRows', () => {
  it.each<[PodColumn, boolean, string]>([
    ['name', false, 'abc'],
    ['name', true, 'cba'],
    ['state', false, 'acb'],
    ['state', true, 'bca'],
    ['age', false, 'bac'],
    ['age', true, 'cab'],
    ['waiting', false, 'bac'],
    ['waiting', true, 'abc'],
    ['node', false, 'abc'],
    ['kvCache', true, 'bac'],
  ])('by %s, descending %s, gives %s', (column, descending, names) => {
    expect(
      sortedPodRows(rows, column, descending)
        .map(({ name }) => name)
        .join(''),
    ).toBe(names);
  });
});
