import type { Pace } from './retry';

/** A pace whose time passes only while it sleeps, at once; keeps what was said. */
export function quickPace(): Pace & { readonly lines: string[] } {
  let now = 0;
  const lines: string[] = [];
  return {
    lines,
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
    say: (line) => {
      lines.push(line);
    },
  };
}
