const dayMs = 86_400_000;
/** Twelve hours before the start, in its night, there is this much less traffic. */
const quietNight = 0.6;

/** The level of traffic at a time of the day before `now`: 1 at both of its ends. */
export function levelAt(timeMs: number, now: number): number {
  return 1 - quietNight * (0.5 - 0.5 * Math.cos((2 * Math.PI * (now - timeMs)) / dayMs));
}

const isCounter = (name: string): boolean => /_(total|bucket|count|sum)$/.test(name);
/** Parts and seconds are not whole; all else that an engine tells is. */
const isWhole = (name: string): boolean => !/(_perc|_sum)$/.test(name);

/**
 * The values of a series at each of `times`, the last of which ends the hour that `hour` holds: that hour as it was, and
 * before it the same hour again and again at the level of its time of day. A counter goes on from one hour to the next.
 */
export function dayBefore(
  name: string,
  hour: readonly number[],
  times: readonly number[],
  now: number,
): number[] {
  const { length } = hour;
  const at = (index: number): number => hour[(((index - times.length) % length) + length) % length] ?? 0;
  const isLast = (index: number): boolean => index >= times.length - length;
  const scaled = (value: number): number => (isWhole(name) ? Math.round(value) : value);
  if (name === 'up') return times.map(() => 1);
  if (!isCounter(name))
    return times.map((time, index) => (isLast(index) ? at(index) : scaled(at(index) * levelAt(time, now))));
  let total = at(0);
  return times.map((time, index) => {
    // What was counted since the hour began is not known between its end and its beginning: nothing.
    const grown = Math.max(0, at(index) - at(index - 1));
    if (index > 0) total += grown * (isLast(index) ? 1 : levelAt(time, now));
    return scaled(total);
  });
}
