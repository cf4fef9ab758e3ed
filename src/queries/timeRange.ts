/** A time range that a page offers; `value` is what stands in the URL. */
export interface RangePreset {
  value: string;
  seconds: number;
}

/** A range out of the URL; `problem` tells why another one is used than was written. */
export interface ParsedRange {
  seconds: number;
  problem?: 'invalid' | 'tooShort' | 'tooLong';
}

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;
const unitSeconds: ReadonlyMap<string, number> = new Map(units);

export const rangePresets: readonly RangePreset[] = [
  { value: '15m', seconds: 900 },
  { value: '30m', seconds: 1800 },
  { value: '1h', seconds: 3600 },
  { value: '3h', seconds: 10_800 },
  { value: '6h', seconds: 21_600 },
  { value: '12h', seconds: 43_200 },
  { value: '1d', seconds: 86_400 },
  { value: '2d', seconds: 172_800 },
  { value: '7d', seconds: 604_800 },
  { value: '14d', seconds: 1_209_600 },
];

const shortest = 300;
const longest = 1_209_600;

/**
 * Reads a range such as "1h" (a whole number and s, m, h or d). Nothing written gives `fallbackSeconds` and is no
 * problem; unreadable text gives it too; a range outside 5 minutes to 14 days is clamped.
 */
export function parseRange(text: string | null | undefined, fallbackSeconds = 3600): ParsedRange {
  if (text === null || text === undefined || text === '') return { seconds: fallbackSeconds };
  const [, count = '', unit = ''] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (unitSeconds.get(unit) ?? 0);
  if (seconds === 0) return { seconds: fallbackSeconds, problem: 'invalid' };
  if (seconds < shortest) return { seconds: shortest, problem: 'tooShort' };
  return seconds > longest ? { seconds: longest, problem: 'tooLong' } : { seconds };
}

/** Seconds in the largest unit that divides them, as parseRange reads it: 7200 is "2h", 5400 is "90m". */
export function formatRange(seconds: number): string {
  const whole = Math.round(seconds);
  const [unit, factor] = units.find(([, size]) => whole % size === 0) ?? ['s', 1];
  return `${(whole / factor).toString()}${unit}`;
}

/** A fixed part of the past; seconds since 1970, start before end. */
export interface TimeSpan {
  start: number;
  end: number;
}

const shortestSpan = 60;

/** A span as long as can be shown: at least a minute around its middle, at most 14 days, nothing after `now` (seconds). */
export function fittedSpan({ start, end }: TimeSpan, now: number): TimeSpan {
  const seconds = Math.min(longest, Math.max(shortestSpan, end - start));
  const wanted = Math.round((start + end) / 2 + seconds / 2);
  const last = Math.min(wanted, Math.floor(now));
  return { start: Math.round(last - seconds), end: last };
}

/** The span that a URL names by two whole numbers of seconds; undefined when it names none. */
export function parseSpan(from: string | null, to: string | null): TimeSpan | undefined {
  const [start, end] = [from, to].map((text) => (/^\d{1,12}$/.test(text ?? '') ? Number(text) : NaN));
  if (start === undefined || end === undefined || !(start < end) || end - start > longest) return undefined;
  return { start, end };
}
