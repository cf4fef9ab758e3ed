import type { Cursor } from './cursor';
import type { TimeDomain } from './plot';
import { indexAt } from './plot';

/** A moment that is marked in all graphs of a page. */
export interface TimeMark {
  key: string;
  /** Seconds since 1970. */
  at: number;
}

/** The one time axis of a page's graphs. It keeps its identity as long as nothing of it changes. */
export interface TimeAxis {
  /** Seconds since 1970, evenly spaced. */
  times: readonly number[];
  domain: TimeDomain;
  cursor: Cursor;
  marks: readonly TimeMark[];
  /** Shows this part of the time alone. */
  onZoom: (domain: TimeDomain) => void;
  /** Goes back to now; undefined when it is shown already. */
  onLive?: (() => void) | undefined;
}

/** Where a time stands on the axis: 0 is its start, 1 its end. */
export function placeOf(time: number, { start, end }: TimeDomain): number {
  return end === start ? 0 : (time - start) / (end - start);
}

/** The time at a place, never outside of the axis. */
export function timeAt(place: number, { start, end }: TimeDomain): number {
  return start + Math.min(1, Math.max(0, place)) * (end - start);
}

const leap = 10;

/** Where a key moves the cursor; undefined: the key does not move it. */
export function timeAfterKey(key: string, { times, cursor }: TimeAxis): number | undefined {
  const last = times.length - 1;
  const index = indexAt(times, cursor.time() ?? times[last] ?? 0) ?? last;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -leap,
    PageUp: leap,
    Home: -last,
    End: last,
  };
  const step = steps[key];
  return step === undefined ? undefined : times[Math.min(last, Math.max(0, index + step))];
}

/** The part of the axis that a key zooms to, around the cursor: + shows half of the time. Undefined: another key. */
export function domainAfterKey(key: string, { domain, cursor }: TimeAxis): TimeDomain | undefined {
  const span = domain.end - domain.start;
  const factor = key === '+' || key === '=' ? 0.5 : key === '-' ? 2 : undefined;
  if (factor === undefined) return undefined;
  const center = cursor.time() ?? domain.end - span / 4;
  const start = center - (center - domain.start) * factor;
  return { start, end: start + span * factor };
}
