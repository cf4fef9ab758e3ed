import type { KubernetesEvent } from './event';
import { firstSeenAt, lastSeenAt, timesSeen } from './event';
import { anEvent } from './testPods';

const time = (hour: number) => `2026-01-01T0${String(hour)}:00:00Z`;
const none = { firstTimestamp: null, lastTimestamp: null, count: null, eventTime: null, series: null };

describe('times and counts of an event', () => {
  it.each<[string, Partial<KubernetesEvent>, string, string, number]>([
    [
      'of an old recorder',
      { firstTimestamp: time(1), lastTimestamp: time(3), count: 4 },
      time(1),
      time(3),
      4,
    ],
    [
      'of a new recorder, seen once',
      { ...none, eventTime: '2026-01-01T02:00:00.123456Z' },
      '2026-01-01T02:00:00.123Z',
      '2026-01-01T02:00:00.123Z',
      1,
    ],
    [
      'of a new recorder, repeated',
      { ...none, eventTime: time(2), series: { count: 7, lastObservedTime: time(5) } },
      time(2),
      time(5),
      7,
    ],
    ['with nothing but its creation', none, time(6), time(6), 1],
  ])('%s', (_what, changes, first, last, count) => {
    const event = anEvent(changes, { creationTimestamp: time(6) });
    expect(firstSeenAt(event)).toBe(Date.parse(first));
    expect(lastSeenAt(event)).toBe(Date.parse(last));
    expect(timesSeen(event)).toBe(count);
  });

  it('an event without any time has none', () => {
    expect(lastSeenAt(anEvent(none))).toBeUndefined();
  });
});
