import { withLive } from './liveReplicas';

describe('withLive', () => {
  const times = [0, 15, 30, 45];
  const records = [
    { at: 14, replicas: 2 },
    { at: 31, replicas: 5, desired: 5 },
  ];

  it.each([
    ['what a watch showed from its first sight on', 'replicas', [1, 2, 2, 5]],
    ['a gap where the watch showed that there is nothing', 'desired', [1, null, null, 5]],
  ] as const)('takes %s', (_what, line, values) => {
    expect(withLive(times, [1, 1, 1, 1], records, line)).toEqual(values);
  });

  it('keeps what was measured where nothing was watched', () => {
    expect(withLive(times, [1, null], [], 'replicas')).toEqual([1, null, null, null]);
  });
});
