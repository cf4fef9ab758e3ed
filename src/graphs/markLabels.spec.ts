import { labelSides } from './markLabels';

it.each([
  ['alone', [100], ['after']],
  ['alone at the end', [480], ['before']],
  ['a pair in the middle', [200, 212], ['before', 'after']],
  [
    'two pairs: no label runs into another one',
    [200, 212, 290, 302],
    ['before', 'after', undefined, 'after'],
  ],
  ['three close together', [200, 212, 224], ['before', undefined, 'after']],
  ['a pair at both ends', [0, 500], ['after', 'before']],
])('finds room for %s', (_case, places, sides) => {
  expect(labelSides(places, 500)).toEqual(sides);
});
