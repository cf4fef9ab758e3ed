const local = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const utc = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });

/** The console writes times in words up to ten and a half minutes. */
const fresh = 630_000;

/** "Just now", "1 minute ago"; undefined when it is too long ago or in the future. Times in milliseconds. */
export function ago(at: number, now: number, omitSuffix = false): string | undefined {
  const past = now - at;
  if (past > fresh || past < -60_000) return undefined;
  const minutes = Math.floor(past / 60_000);
  if (minutes < 1) return omitSuffix ? 'less than a minute' : 'Just now';
  const text = `${String(minutes)} minute${minutes === 1 ? '' : 's'}`;
  return omitSuffix ? text : `${text} ago`;
}

/** "Nov 24, 2026, 8:40 PM" where the browser is. */
export function inLocalTime(at: number): string {
  return local.format(at);
}

/** The same in UTC, with seconds. */
export function inUtc(at: number): string {
  return `${utc.format(at)} UTC`;
}
