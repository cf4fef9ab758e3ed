import { withPrefix } from './metricNames';

it('puts KServe’s prefix before each name, and changes nothing else', () => {
  const labels = { engine: '0' };
  const [family] = withPrefix([
    {
      name: 'vllm:inter_token_latency_seconds',
      type: 'histogram',
      help: 'x',
      samples: ['_bucket', '_count'].map((ending) => ({
        name: `vllm:inter_token_latency_seconds${ending}`,
        labels,
        value: 1,
      })),
    },
  ]);
  expect(family).toEqual({
    name: 'kserve_vllm:inter_token_latency_seconds',
    type: 'histogram',
    help: 'x',
    samples: [
      { name: 'kserve_vllm:inter_token_latency_seconds_bucket', labels, value: 1 },
      { name: 'kserve_vllm:inter_token_latency_seconds_count', labels, value: 1 },
    ],
  });
});
