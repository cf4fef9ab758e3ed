import type { TimeDomain } from './plot';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const distances = [
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
];

/**
 * At most `most` times (seconds) at round places of the local clock; `offset` is what local time is ahead of UTC, in seconds.
 */
export function timeTicks({ start, end }: TimeDomain, most: number, offset: number): number[] {
  const span = end - start;
  const distance = distances.find((each) => span / each <= most) ?? 7 * day;
  const first = Math.ceil((start + offset) / distance) * distance - offset;
  return Array.from({ length: Math.max(0, Math.floor((end - first) / distance) + 1) }, (_, index) => {
    return first + index * distance;
  });
}

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const clockWithSeconds = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const dayAndClock = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** The label of a tick: the time of day, with the weekday when the graph spans more than a day. */
export function tickLabel(time: number, { start, end }: TimeDomain): string {
  return (end - start > day ? dayAndClock : clock).format(time * 1000);
}

/** A time to the second, for the read-out. */
export function momentLabel(time: number): string {
  return clockWithSeconds.format(time * 1000);
}

/** How far local time is ahead of UTC at a time, in seconds. */
export function localOffset(time: number): number {
  return -new Date(time * 1000).getTimezoneOffset() * minute;
}
