import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import type { MetricsScope } from './prometheus';
import { groupsJob } from './useRangeGroups';
import type { GroupCaches } from './useRangeGroups';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ consoleFetchJSON: jest.fn() }));

const fetchJson = jest.mocked(consoleFetchJSON);
const { signal } = new AbortController();
const wanted = {
  queries: [
    ['requests', 'r'],
    ['pods', 'p'],
  ] as const,
  rangeAt: (now: number) => ({ start: now / 1000 - 60, end: now / 1000, step: 15 }),
};

/** Answers each query with its two ends; queries in `failing` are refused. */
function server(failing: readonly string[] = []) {
  fetchJson.mockReset().mockImplementation((url) => {
    const parameters = new URL(url, 'https://console').searchParams;
    const query = parameters.get('query') ?? '';
    if (failing.includes(query)) return Promise.reject(Object.assign(new Error('no'), { code: 422 }));
    const values = ['start', 'end'].map((end) => [Number(parameters.get(end)), '1']);
    return Promise.resolve({ data: { result: [{ metric: { line: query }, values }] } });
  });
}

function asked() {
  return fetchJson.mock.calls.map(([url]) => new URL(url, 'https://console').searchParams.get('start'));
}

function newJob() {
  return groupsJob(wanted, { path: 'cluster' }, undefined, new Map());
}

describe('groupsJob', () => {
  it('asks once a group for all, then for at most ten new points a line', async () => {
    server();
    const job = newJob();
    await job(signal, 600_000);
    const next = await job(signal, 615_000);
    expect(asked()).toEqual(['540', '540', '570', '570']);
    expect(next.times).toEqual([555, 570, 585, 600, 615]);
    expect(next.groups.get('pods')?.series).toEqual([
      { labels: { line: 'p' }, values: [null, 1, null, null, 1] },
    ]);
  });

  it('keeps the series of a group that fails, and the others go on', async () => {
    server();
    const job = newJob();
    await job(signal, 600_000);
    server(['p']);
    const { groups } = await job(signal, 615_000);
    expect(groups.get('pods')).toMatchObject({
      error: { code: 'badRequest' },
      series: [{ values: [null, null, null, 1, null] }],
    });
    expect(groups.get('requests')?.error).toBeUndefined();
  });

  it('asks a query that has a door there only, and keeps what it gave apart', async () => {
    server();
    const caches: GroupCaches = new Map();
    const asking = (door: MetricsScope) =>
      groupsJob<string>(
        {
          ...wanted,
          queries: [
            ['requests', 'r'],
            ['trigger', 'r', door],
          ],
        },
        { path: 'cluster' },
        'team-a',
        caches,
      );
    await asking({ path: 'tenancy', namespace: 'team-b' })(signal, 600_000);
    const [requests, trigger] = fetchJson.mock.calls.map(([url]) => new URL(url, 'https://console'));
    expect(requests?.pathname).toBe('/api/prometheus/api/v1/query_range');
    expect(trigger?.pathname).toBe('/api/prometheus-tenancy/api/v1/query_range');
    expect(trigger?.searchParams.get('namespace')).toBe('team-b');
    await asking({ path: 'tenancy', namespace: 'team-c' })(signal, 600_000);
    // The tail of the one that is known, and all of the one behind another door.
    expect(asked()).toEqual(['540', '540', '570', '540']);
  });

  it('takes no answer of the project for one of the cluster', async () => {
    fetchJson
      .mockReset()
      .mockImplementation((url) =>
        url.startsWith('/api/prometheus/')
          ? Promise.reject(Object.assign(new Error('no'), { code: 403 }))
          : Promise.resolve({ data: { result: [] } }),
      );
    const queries = [
      ['requests', 'r'],
      ['trigger', 't', { path: 'cluster' }],
    ] as const;
    const job = groupsJob<string>(
      { ...wanted, queries },
      { path: 'tenancy', namespace: 'a' },
      'a',
      new Map(),
    );
    const { groups } = await job(signal, 600_000);
    expect(groups.get('trigger')?.error).toMatchObject({ code: 'unauthorised' });
    expect(groups.get('requests')?.error).toBeUndefined();
  });

  it('fails when everything fails', async () => {
    server(['r', 'p']);
    await expect(newJob()(signal, 600_000)).rejects.toMatchObject({ code: 'badRequest' });
  });

  it('asks nothing for a past that is settled', async () => {
    server();
    const past = { ...wanted, rangeAt: () => ({ start: 540, end: 600, step: 15 }) };
    const job = groupsJob(past, { path: 'cluster' }, undefined, new Map());
    await job(signal, 900_000);
    await job(signal, 915_000);
    expect(asked()).toHaveLength(2);
  });
});
