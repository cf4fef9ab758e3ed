import { QueryError } from '../../data/queryError';
import type { Translate } from '../../i18n';
import type { QueryGroup } from '../../queries/laneQueries';
import { aServedModel } from '../../resources/testObjects';
import { buildLanes } from './lanes/buildLanes';
import { unmeasured } from './unmeasured';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({}));

const t = ((key: string) => key) as unknown as Translate;
const error = new QueryError('unreachable', 'no route to host');
const names: readonly QueryGroup[] = ['requests', 'replicas', 'pods', 'gpus'];
const queries = new Map(names.map((group) => [group, []]));

it('leaves to the graphs what the watches tell, and says at each why there is no more', () => {
  const series = unmeasured({ start: 0, end: 30, step: 15 }, queries, error);
  const live = [{ at: 10, replicas: 2, available: 1, desired: 2, min: 1, max: 3 }];
  const lanes = buildLanes({ model: aServedModel(), series, queries, live, pods: [], hidden: new Set() }, t);
  expect(lanes.map(({ name }) => name)).toEqual(['requests', 'replicas', 'pods', 'gpus']);
  expect(lanes.every((lane) => lane.error === error)).toBe(true);
  const replicas = lanes.find(({ name }) => name === 'replicas');
  expect(replicas).toHaveProperty(
    'lines',
    expect.arrayContaining([expect.objectContaining({ values: [null, 1, 1] })]),
  );
});
