import { readFlags } from './flags';

function args(profile: object, constraint: object = { kind: 'max_duration', seconds: 60 }): string[] {
  return [
    'run',
    '--backend',
    '{"kind":"openai_http","target":"http://llama-api.chat.svc:8080","model":"llama"}',
    '--profile',
    JSON.stringify(profile),
    '--constraint',
    JSON.stringify(constraint),
    '--data',
    '{"kind":"synthetic_text","prompt_tokens":100,"output_tokens":50}',
  ];
}

describe('readFlags', () => {
  it.each([
    ['one rate', args({ kind: 'constant', rate: [5] }), [{ kind: 'constant', rate: 5, seconds: 60 }]],
    [
      'a burst',
      args({ kind: 'constant', rate: [1, 9, 1] }, { kind: 'max_duration', seconds: [10, 20, 30] }),
      [
        { kind: 'constant', rate: 1, seconds: 10 },
        { kind: 'constant', rate: 9, seconds: 20 },
        { kind: 'constant', rate: 1, seconds: 30 },
      ],
    ],
    [
      'a sweep',
      args({ kind: 'sweep', sweep_size: 4 }),
      [
        { kind: 'synchronous', seconds: 60 },
        { kind: 'throughput', seconds: 60 },
        { kind: 'between', share: 1 / 3, seconds: 60 },
        { kind: 'between', share: 2 / 3, seconds: 60 },
      ],
    ],
  ])('reads %s', (_case, flags, steps) => {
    expect(readFlags(flags)).toEqual({
      target: 'http://llama-api.chat.svc:8080',
      model: 'llama',
      steps,
      promptTokens: 100,
      outputTokens: 50,
    });
  });

  it.each([
    ['another command', ['benchmark'], "No such command 'benchmark'"],
    ['no backend', ['run'], "Missing option '--backend'"],
    ['text that is no JSON', ['run', '--backend', 'kind=x'], "Invalid value for '--backend'"],
    ['an unknown profile', args({ kind: 'spike' }), 'spike is not known'],
  ])('refuses %s', (_case, flags, words) => {
    expect(() => readFlags(flags)).toThrow(words);
  });
});
