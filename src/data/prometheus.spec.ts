import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { queryInstant, queryRange } from './prometheus';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ consoleFetchJSON: jest.fn() }));

const fetchJson = jest.mocked(consoleFetchJSON);
const { signal } = new AbortController();

function vector(value: string) {
  return {
    data: { resultType: 'vector', result: [{ metric: { service: 'a-metrics' }, value: [10, value] }] },
  };
}

function urlOfCall() {
  return new URL(fetchJson.mock.calls[0]?.[0] ?? '', 'https://console');
}

describe('queryInstant', () => {
  beforeEach(() => {
    fetchJson.mockReset();
  });

  it('asks the cluster-wide path with GET and reads the series', async () => {
    fetchJson.mockResolvedValue(vector('3.5'));
    await expect(queryInstant({ path: 'cluster' }, 'sum(a{b="c"})', signal)).resolves.toEqual([
      { labels: { service: 'a-metrics' }, points: [[10, 3.5]] },
    ]);
    expect(urlOfCall().pathname).toBe('/api/prometheus/api/v1/query');
    expect(urlOfCall().searchParams.get('query')).toBe('sum(a{b="c"})');
    expect(fetchJson.mock.calls[0]?.[1]).toBe('GET');
  });

  it('names the project on the tenancy path', async () => {
    fetchJson.mockResolvedValue(vector('0'));
    await queryInstant({ path: 'tenancy', namespace: 'team-a' }, 'a', signal);
    expect(urlOfCall().pathname).toBe('/api/prometheus-tenancy/api/v1/query');
    expect(urlOfCall().searchParams.get('namespace')).toBe('team-a');
  });

  it('takes an answer without series as what it is', async () => {
    fetchJson.mockResolvedValue({ data: { resultType: 'vector', result: [] } });
    await expect(queryInstant({ path: 'cluster' }, 'a', signal)).resolves.toEqual([]);
  });

  it.each([
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [400, 'badRequest'],
    [422, 'badRequest'],
    [404, 'absent'],
    [504, 'timeout'],
    [502, 'unreachable'],
    [503, 'unreachable'],
  ])('turns status %i into %s, with the words of the server', async (code, expected) => {
    fetchJson.mockRejectedValue(
      Object.assign(new Error('HTTP error'), { code, json: { status: 'error', error: 'its words' } }),
    );
    await expect(queryInstant({ path: 'cluster' }, 'a', signal)).rejects.toMatchObject({
      code: expected,
      message: 'its words',
    });
  });

  it.each([
    ['a failed connection', new TypeError('Failed to fetch'), 'unreachable'],
    ['its own time limit', new DOMException('The operation timed out.', 'TimeoutError'), 'timeout'],
  ])('turns %s into a code', async (_what, error, expected) => {
    fetchJson.mockRejectedValue(error);
    await expect(queryInstant({ path: 'cluster' }, 'a', signal)).rejects.toMatchObject({ code: expected });
  });

  it.each([[undefined], [{}], [{ data: { result: 'x' } }], [{ data: { result: [1] } }]])(
    'refuses the answer %j',
    async (answer) => {
      fetchJson.mockResolvedValue(answer);
      await expect(queryInstant({ path: 'cluster' }, 'a', signal)).rejects.toMatchObject({
        code: 'badRequest',
      });
    },
  );
});

describe('queryRange', () => {
  it('asks for start, end and step in seconds', async () => {
    fetchJson.mockReset();
    fetchJson.mockResolvedValue({
      data: {
        result: [
          {
            metric: {},
            values: [
              [0, '1'],
              [15, 'NaN'],
            ],
          },
        ],
      },
    });
    const answer = await queryRange({ path: 'cluster' }, 'a', { start: 0, end: 15, step: 15 }, signal);
    expect(answer).toEqual([
      {
        labels: {},
        points: [
          [0, 1],
          [15, NaN],
        ],
      },
    ]);
    expect(urlOfCall().search).toBe('?query=a&start=0&end=15&step=15');
  });
});
