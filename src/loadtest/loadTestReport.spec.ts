import type { LoadTestReport } from './loadTestReport';
import { peaksOf, reportJson } from './loadTestReport';

describe('peaksOf', () => {
  const series = {
    times: [0, 30, 60, 90],
    waiting: [99, 4, 7, 50],
    load: [0, 0, 0, 0],
    wanted: [1, 2, 3, 3],
    ready: [null, null, null, null],
  };

  it.each([
    ['of a test that is over', 30, 60, { waiting: 7, wanted: 3 }],
    ['of one that runs', 30, undefined, { waiting: 50, wanted: 3 }],
    ['of one that nobody measured', 100, 200, {}],
  ])('%s', (_case, from, to, peaks) => {
    expect(peaksOf(series, from, to)).toEqual(peaks);
  });
});

describe('reportJson', () => {
  it('writes times that other programs read', () => {
    const report: LoadTestReport = {
      model: 'llama',
      namespace: 'team-a',
      job: 'load-llama-x',
      state: 'running',
      steps: [{ rate: 5, seconds: 60 }],
      startedAt: 0,
      peaks: { waiting: 9 },
      lags: [{ code: 'wanted', from: 10, at: 40, seconds: 30, verdict: 'within' }],
    };
    expect(JSON.parse(reportJson(report))).toEqual({
      ...report,
      startedAt: '1970-01-01T00:00:00.000Z',
      lags: [
        {
          code: 'wanted',
          from: '1970-01-01T00:00:10.000Z',
          at: '1970-01-01T00:00:40.000Z',
          seconds: 30,
          verdict: 'within',
        },
      ],
    });
  });
});
