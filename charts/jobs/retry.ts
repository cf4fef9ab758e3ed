import { Refused } from './cluster';

/** How a Job waits; injected, so that tests need no time. */
export interface Pace {
  /** Milliseconds since some fixed moment. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Says what is going on, one line. */
  say(line: string): void;
}

/** Real time, and lines in the log of the pod. */
export const realPace: Pace = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  say: (line) => {
    console.log(line);
  },
};

const attempts = 10;

// 409 and 422: somebody wrote between our read and our write (a failed "test" of a JSON patch is 422).
const passing = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Refused &&
    (error.code === 409 || error.code === 422 || error.code === 429 || error.code >= 500));

/** Reads and writes again while others get in between or the API server is away; throws the last error after 10 tries. */
export async function retried<T>(pace: Pace, readAndWrite: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readAndWrite();
    } catch (error) {
      if (attempt === attempts || !passing(error)) throw error;
      pace.say(`Trying again: ${error instanceof Error ? error.message : String(error)}`);
      await pace.sleep(500 * attempt);
    }
  }
}

/** What a wait sees: done, or what is still missing. */
export type Progress = { done: true } | { done: false; missing: string };

/**
 * Looks every 5 seconds until it is done, and says what is missing each time that changes.
 * Throws an Error with what is missing and the advice when the time is over.
 */
export async function waitUntilDone(
  pace: Pace,
  options: { seconds: number; advice: string },
  look: () => Promise<Progress>,
): Promise<void> {
  const deadline = pace.now() + options.seconds * 1000;
  let said = '';
  for (;;) {
    const progress = await retried(pace, look);
    if (progress.done) return;
    if (pace.now() >= deadline)
      throw new Error(`Not done after ${String(options.seconds)} s. ${progress.missing} ${options.advice}`);
    if (progress.missing !== said) pace.say(`Waiting. ${progress.missing}`);
    said = progress.missing;
    await pace.sleep(5000);
  }
}
