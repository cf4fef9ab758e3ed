import { podLoadQuery, podLoads } from './podLoad';

describe('podLoadQuery', () => {
  it('asks for all metrics of all pods at once, under each name that vLLM gave them', () => {
    const query = podLoadQuery({ namespace: 'team-a', name: 'llama' });
    const names = [
      ...query.matchAll(/(sum|max) by \(pod\) \(([\w:]+)\{namespace="team-a",service="llama-metrics"}/g),
    ];
    expect(names.map(([, aggregation = '', name = '']) => `${aggregation} ${name}`)).toEqual([
      'sum vllm:num_requests_waiting',
      'sum kserve_vllm:num_requests_waiting',
      'sum vllm:num_requests_running',
      'sum kserve_vllm:num_requests_running',
      'max vllm:kv_cache_usage_perc',
      'max kserve_vllm:kv_cache_usage_perc',
      'max vllm:gpu_cache_usage_perc',
      'max kserve_vllm:gpu_cache_usage_perc',
    ]);
  });
});

describe('podLoads', () => {
  const series = (pod: string, line: string, value: number) => ({
    labels: { pod, line },
    points: [[1000, value]] as const,
  });

  it('puts the numbers of each pod together', () => {
    const loads = podLoads([
      series('a', 'waiting', 3),
      series('b', 'waiting', 0),
      series('a', 'running', 8),
      series('a', 'kvCache', 0.5),
    ]);
    expect(Object.fromEntries(loads)).toEqual({
      a: { waiting: 3, running: 8, kvCache: 0.5 },
      b: { waiting: 0 },
    });
  });

  it.each([
    ['a value that is no number', series('a', 'kvCache', Number.NaN)],
    ['a line that was not asked for', series('a', 'other', 1)],
    ['a series without a pod', { labels: { line: 'waiting' }, points: [[1000, 1]] as const }],
    ['a series without a point', { labels: { pod: 'a', line: 'waiting' }, points: [] }],
  ])('leaves out %s', (_what, one) => {
    expect(podLoads([one]).size).toBe(0);
  });
});
