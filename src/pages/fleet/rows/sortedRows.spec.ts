import { aDeployment, aKedaHpa, aPlainInferenceService, aServedModel } from '../../../resources/testObjects';
import { fleetRow } from './fleetRow';
import { createNameOrder, sortedRows } from './sortedRows';
import type { SortKey } from './sortedRows';

const parts = [
  { name: 'mistral', load: { waiting: 0, running: 5 }, lastScaleTime: '2026-01-01T00:00:00Z' },
  { name: 'granite', load: {}, namespace: 'team-b' },
  { name: 'llama', load: { waiting: 9, running: 1 }, lastScaleTime: '2026-01-02T00:00:00Z' },
  { name: 'phi', load: { waiting: 0, running: 7 }, inferenceService: aPlainInferenceService() },
];
const rows = parts.map(({ name, load, lastScaleTime, namespace = 'team-a', ...rest }, index) => {
  const kedaHpa = aKedaHpa(lastScaleTime === undefined ? {} : { lastScaleTime });
  const deployment = aDeployment(index + 1);
  const model = aServedModel({
    key: `${namespace}/${name}`,
    name,
    namespace,
    deployment,
    kedaHpa,
    ...rest,
  });
  return fleetRow(model, load, 0, []);
});
const named = createNameOrder()(rows);

describe('sortedRows', () => {
  it.each<[SortKey, boolean, string]>([
    ['name', false, 'granite llama mistral phi'],
    ['name', true, 'phi mistral llama granite'],
    ['project', false, 'llama mistral phi granite'],
    ['load', true, 'llama phi mistral granite'],
    ['load', false, 'granite mistral phi llama'],
    ['replicas', true, 'phi llama granite mistral'],
    ['gpus', false, 'mistral granite llama phi'],
    ['mode', false, 'granite llama mistral phi'],
    ['lastScaled', true, 'llama mistral granite phi'],
  ])('sorts by %s, descending %s', (key, descending, names) => {
    const sorted = sortedRows(named, key, descending).map(({ model }) => model.name);
    expect(sorted.join(' ')).toBe(names);
  });
});

describe('createNameOrder', () => {
  it('follows when models come and go', () => {
    const inOrder = createNameOrder();
    const namesOf = (some: typeof rows) => inOrder(some).map(({ model }) => model.name);
    expect(namesOf(rows)).toEqual(['granite', 'llama', 'mistral', 'phi']);
    expect(namesOf(rows.slice(0, 2))).toEqual(['granite', 'mistral']);
    expect(namesOf(rows.toReversed())).toEqual(['granite', 'llama', 'mistral', 'phi']);
  });
});
