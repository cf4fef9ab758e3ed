import { aDeployment, aServedModel } from '../../resources/testObjects';
import { fleetRows, matchingRows, sortedRows } from './fleetRows';
import type { SortKey } from './fleetRows';

const models = ['mistral', 'granite', 'llama'].map((name, index) =>
  aServedModel({ key: `team-a/${name}`, name, deployment: aDeployment(index + 1) }),
);
const loads = new Map([
  ['team-a/mistral', { waiting: 0, running: 5 }],
  ['team-a/llama', { waiting: 9, running: 1 }],
]);
const rows = fleetRows(models, loads, 0, []);

function namesBy(key: SortKey, descending: boolean) {
  return sortedRows(rows, key, descending).map(({ model }) => model.name);
}

describe('sortedRows', () => {
  it.each<[SortKey, boolean, string[]]>([
    ['name', false, ['granite', 'llama', 'mistral']],
    ['name', true, ['mistral', 'llama', 'granite']],
    ['waiting', true, ['llama', 'mistral', 'granite']],
    ['running', false, ['granite', 'llama', 'mistral']],
    ['replicas', true, ['llama', 'granite', 'mistral']],
    ['gpus', false, ['mistral', 'granite', 'llama']],
  ])('sorts by %s, descending %s', (key, descending, names) => {
    expect(namesBy(key, descending)).toEqual(names);
  });
});

describe('matchingRows', () => {
  it.each([
    ['', 3],
    [' LLA', 1],
    ['team-a', 3],
    ['nothing', 0],
  ])('finds "%s" in %i rows', (words, count) => {
    expect(matchingRows(rows, words)).toHaveLength(count);
  });
});

describe('fleetRows', () => {
  it('tells a model without series from one whose numbers were not fetched', () => {
    expect(rows[1]?.load).toEqual({});
    expect(fleetRows(models, undefined, 0, [])[1]?.load).toBeUndefined();
  });
});
