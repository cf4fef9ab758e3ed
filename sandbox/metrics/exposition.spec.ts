import { parseExposition } from './exposition';

describe('parseExposition', () => {
  it('reads a page of vLLM', () => {
    const page = [
      '# HELP vllm:num_requests_waiting Number of requests waiting.',
      '# TYPE vllm:num_requests_waiting gauge',
      'vllm:num_requests_waiting{engine="0",model_name="a \\"b\\"\\n\\\\c,}",} 3.0',
      '',
      '  vllm:e2e_request_latency_seconds_bucket { le = "+Inf" , engine="0" } 1.5e+03 1700000000123  ',
      'up NaN',
      'low -Inf\r',
    ].join('\n');
    expect(parseExposition(page)).toEqual([
      {
        labels: { __name__: 'vllm:num_requests_waiting', engine: '0', model_name: 'a "b"\n\\c,}' },
        value: 3,
      },
      {
        labels: { __name__: 'vllm:e2e_request_latency_seconds_bucket', le: '+Inf', engine: '0' },
        value: 1500,
        timeMs: 1_700_000_000_123,
      },
      { labels: { __name__: 'up' }, value: NaN },
      { labels: { __name__: 'low' }, value: -Infinity },
    ]);
  });

  it.each(['a', 'a{b="c} 1', 'a{b=c} 1', 'a one', '1a 1', 'a 1 soon'])(
    'refuses %j and says where',
    (line) => {
      expect(() => parseExposition(`ok 1\n${line}`)).toThrow(`line 2 of the metrics page is wrong: ${line}`);
    },
  );
});
