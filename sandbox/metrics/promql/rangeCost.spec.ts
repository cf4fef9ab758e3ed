import { SeriesStore } from '../seriesStore';
import { parsePromql } from './parse';
import { rangeQuery } from './query';

describe('a chart of an hour over 300 series', () => {
  const store = new SeriesStore();
  for (let series = 0; series < 300; series += 1) {
    const labels = { __name__: 'b_bucket', pod: `p${String(series >> 3)}`, le: String(series % 8) };
    for (let index = 0; index <= 120; index += 1) store.append(labels, index * 30_000, index * series);
  }

  it.each([
    'sum by (pod) (b_bucket)',
    'histogram_quantile(0.95, sum by (le) (rate(b_bucket[5m])))',
    'max_over_time(sum by (pod) (b_bucket)[10m:1m])',
    'b_bucket * on (pod) group_left () sum by (pod) (b_bucket)',
  ])('takes well under a second: %s', (query) => {
    const before = performance.now();
    const data = rangeQuery(store, parsePromql(query), { startMs: 0, stepMs: 30_000, count: 121 });
    expect(data.result).not.toHaveLength(0);
    // Some tens of milliseconds; the bound is for a busy machine.
    expect(performance.now() - before).toBeLessThan(700);
  });
});
