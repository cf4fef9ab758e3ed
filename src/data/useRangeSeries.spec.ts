import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { rangeJob } from './useRangeSeries';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ consoleFetchJSON: jest.fn() }));

describe('rangeJob', () => {
  it('asks for the whole range once and then for the tail only', async () => {
    const fetchJson = jest.mocked(consoleFetchJSON);
    fetchJson.mockImplementation((url) => {
      const parameters = new URL(url, 'https://console').searchParams;
      const start = Number(parameters.get('start'));
      const end = Number(parameters.get('end'));
      const values = [start, end].map((time) => [time, String(time)]);
      return Promise.resolve({ data: { result: [{ metric: {}, values }] } });
    });
    const job = rangeJob(
      {
        queries: [['waiting', 'w']] as const,
        rangeAt: (now) => ({ start: now / 1000 - 60, end: now / 1000, step: 15 }),
      },
      { path: 'cluster' },
      undefined,
    );
    const { signal } = new AbortController();
    await job(signal, 600_000);
    const second = await job(signal, 615_000);
    const starts = fetchJson.mock.calls.map(([url]) =>
      new URL(url, 'https://console').searchParams.get('start'),
    );
    expect(starts).toEqual(['540', '570']);
    expect(second.times).toEqual([555, 570, 585, 600, 615]);
    expect(second.values.get('waiting')).toEqual([null, 570, null, null, 615]);
  });
});
