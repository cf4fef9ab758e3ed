import { latencyQueries } from './latency';

const model = { namespace: 'team-a', name: 'llama' };

it('asks for median and 95th percentile under either prefix', () => {
  const [p50, p95] = latencyQueries(model, 'ttft', 15);
  const buckets = 'vllm:time_to_first_token_seconds_bucket{namespace="team-a",service="llama-metrics"}';
  expect(p50).toEqual([
    'p50',
    `histogram_quantile(0.5, sum by (le) (rate(${buckets}[300s])))` +
      ` or histogram_quantile(0.5, sum by (le) (rate(kserve_${buckets}[300s])))`,
  ]);
  expect(p95?.[1]).toContain('histogram_quantile(0.95');
});

it('takes the old name of the time between tokens where the new one is not there', () => {
  const [, query = ''] = latencyQueries(model, 'itl', 3600)[0] ?? [];
  expect(query.indexOf('inter_token_latency')).toBeLessThan(query.indexOf('time_per_output_token'));
  expect(query).toContain('[3600s]');
});
