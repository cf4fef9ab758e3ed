/** A step of what a load does to a model, each counted from the one that it follows. */
export type LagCode =
  /** From the start of the test: the load asks for more replicas than there are. */
  | 'breached'
  /** From the breach: the autoscaler wants more. */
  | 'wanted'
  /** From wanting: the first added replica has its node. */
  | 'scheduled'
  /** From wanting: the first added replica serves. */
  | 'ready'
  /** From wanting: as many serve as were wanted at most. */
  | 'allReady'
  /** From the first added replica that serves: nothing waits. */
  | 'cleared'
  /** From the last time that the load asked for all replicas: the first are taken away. */
  | 'shrunk';

/** Seconds that a step usually takes. */
export interface Expected {
  least: number;
  most: number;
}

/**
 * open: it may still come. never: the test is over and it did not happen. measured: nothing is expected of it.
 * within, faster, slower: than expected.
 */
export type Verdict = 'open' | 'never' | 'measured' | 'within' | 'faster' | 'slower';

/** One measured step. Times in seconds since 1970. */
export interface Lag {
  code: LagCode;
  from?: number;
  at?: number;
  seconds?: number;
  expected?: Expected;
  verdict: Verdict;
}

/**
 * What is usual: the queue is scraped each 30 s and the HPA looks each 15 s, so that more replicas are wanted 30 to 60 s
 * after the load; a small model whose image is on the node loads in 60 to 90 s; scaling down waits for its window, and
 * then for a sample, a sync and the measurement of it.
 */
export function usualLags(windowSeconds: number): Partial<Record<LagCode, Expected>> {
  return {
    wanted: { least: 0, most: 60 },
    scheduled: { least: 0, most: 5 },
    ready: { least: 60, most: 90 },
    shrunk: { least: windowSeconds, most: windowSeconds + 90 },
  };
}

/** How a duration stands to what is usual. */
export function verdictOf(
  seconds: number | undefined,
  expected: Expected | undefined,
  over: boolean,
): Verdict {
  if (seconds === undefined) return over ? 'never' : 'open';
  if (expected === undefined) return 'measured';
  if (seconds > expected.most) return 'slower';
  return seconds < expected.least ? 'faster' : 'within';
}
