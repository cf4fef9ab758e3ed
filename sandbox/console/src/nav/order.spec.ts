import { ownItems } from './items';
import type { Positioned } from './order';
import { inOrder } from './order';

const ids = (items: readonly Positioned[]): string[] => inOrder(items).map(({ id }) => id);

describe('inOrder', () => {
  it.each<[name: string, items: Positioned[], expected: string[]]>([
    ['keeps items without a neighbour as they come', [{ id: 'b' }, { id: 'a' }], ['b', 'a']],
    [
      'puts an item after its neighbour',
      [{ id: 'x', insertAfter: 'a' }, { id: 'a' }, { id: 'b' }],
      ['a', 'x', 'b'],
    ],
    [
      'puts an item before its neighbour',
      [{ id: 'a' }, { id: 'b' }, { id: 'x', insertBefore: 'b' }],
      ['a', 'x', 'b'],
    ],
    [
      'takes the first neighbour that is there',
      [{ id: 'a' }, { id: 'b' }, { id: 'x', insertAfter: ['no', 'a', 'b'] }],
      ['a', 'x', 'b'],
    ],
    [
      'lets before win',
      [{ id: 'a' }, { id: 'b' }, { id: 'x', insertBefore: 'a', insertAfter: 'b' }],
      ['x', 'a', 'b'],
    ],
    [
      'waits for a neighbour that waits itself',
      [{ id: 'y', insertAfter: 'x' }, { id: 'x', insertAfter: 'a' }, { id: 'a' }, { id: 'b' }],
      ['a', 'x', 'y', 'b'],
    ],
    [
      'puts items whose neighbour is missing with the others',
      [{ id: 'x', insertAfter: 'no' }, { id: 'a' }],
      ['x', 'a'],
    ],
    [
      'takes items that wait for each other as they come',
      [
        { id: 'x', insertAfter: 'y' },
        { id: 'y', insertAfter: 'x' },
      ],
      ['x', 'y'],
    ],
  ])('%s', (_name, items, expected) => {
    expect(ids(items)).toEqual(expected);
  });

  it("puts the plugin's link behind those of the monitoring plugin", () => {
    const observe = ownItems.filter(({ section }) => section === 'observe');
    const link = { id: 'llm-autoscaling', insertAfter: ['targets', 'dashboards', 'metrics', 'alerting'] };
    expect(ids([...observe, link])).toEqual([
      'alerting',
      'metrics',
      'dashboards',
      'targets',
      'llm-autoscaling',
    ]);
  });
});
