import { perLanguage } from '../../../language';
import type { TimeSpan } from '../../../queries/timeRange';

const format = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
);

/** A span as the reader's language writes it; what both ends share stands once. */
export function spanWords({ start, end }: TimeSpan): string {
  return format().formatRange(start * 1000, end * 1000);
}

/** Seconds since 1970 as the value of a field of the type datetime-local, in local time. */
export function fieldValue(time: number): string {
  const local = new Date((time - new Date(time * 1000).getTimezoneOffset() * 60) * 1000);
  return local.toISOString().slice(0, 16);
}

/** Seconds since 1970 of a field's value; undefined when it is empty or no time. */
export function timeOfField(value: string): number | undefined {
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time / 1000;
}
