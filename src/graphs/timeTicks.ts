import { perLanguage } from '../language';
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
  const wanted = distances.find((each) => span / each <= most) ?? 7 * day;
  // Beyond four days the labels are dates: one a day at most.
  const distance = span > 4 * day ? Math.max(day, wanted) : wanted;
  const first = Math.ceil((start + offset) / distance) * distance - offset;
  return Array.from({ length: Math.max(0, Math.floor((end - first) / distance) + 1) }, (_, index) => {
    return first + index * distance;
  });
}

const clock = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }),
);
const clockWithSeconds = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
);
const weekdayAndClock = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { weekday: 'short', hour: '2-digit', minute: '2-digit' }),
);
const date = perLanguage((language) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }));
const dateAndClock = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
);

/** The label of a tick: the time of day, with the weekday when the graph spans more than a day, or the date alone. */
export function tickLabel(time: number, { start, end }: TimeDomain): string {
  const span = end - start;
  if (span > 4 * day) return date().format(time * 1000);
  return (span > day ? weekdayAndClock() : clock()).format(time * 1000);
}

/** A time to the second, for the read-out; with its date when the graph spans more than a day. */
export function momentLabel(time: number, { start, end }: TimeDomain): string {
  return (end - start > day ? dateAndClock() : clockWithSeconds()).format(time * 1000);
}

/** How far local time is ahead of UTC at a time, in seconds. */
function localOffset(time: number): number {
  return -new Date(time * 1000).getTimezoneOffset() * minute;
}

const pixelsPerTick = 90;

/** Times for the ticks of a plot of this width in pixels, at round places of the local clock. */
export function ticksOf(domain: TimeDomain, width: number): number[] {
  return timeTicks(domain, Math.max(2, Math.floor(width / pixelsPerTick)), localOffset(domain.start));
}
