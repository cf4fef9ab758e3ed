import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { groupsJob } from './useRangeGroups';

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
