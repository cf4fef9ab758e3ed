/** How long prompts or answers are: a normal distribution, cut at both ends. */
export interface TokenLengths {
  mean: number;
  deviation: number;
  min: number;
  max: number;
}

/** Requests that come all the time, independent of how fast they are answered. */
export interface Baseline {
  requestsPerSecond: number;
  /** How much the rate swings up and down around its mean, 0 to 1. */
  swing: number;
  periodSeconds: number;
}

/** From the value before, linearly to `target` in `seconds`. */
export interface Stage {
  seconds: number;
  target: number;
}

/**
 * What "Start load" adds. `clients` each send the next request when the last is answered, so that their number bounds
 * the queue; `requestsPerSecond` come however long the queue grows. After the last stage its target stays.
 */
export interface ExtraLoad {
  unit: 'clients' | 'requestsPerSecond';
  stages: readonly Stage[];
  jitter?: Jitter;
}

/** How a target is not kept: each `seconds` it is another part of itself, from 1 - `part` to 1, drawn anew. */
export interface Jitter {
  part: number;
  seconds: number;
}

/** The traffic of one model. */
export interface Traffic {
  promptTokens: TokenLengths;
  outputTokens: TokenLengths;
  baseline: Baseline;
  load?: ExtraLoad;
}

/** Who gets which traffic; `name` is that of the InferenceService. */
export interface ModelLoad {
  namespace: string;
  name: string;
  traffic: Traffic;
}

/** Requests per second of the baseline at a simulated time in milliseconds. */
export function baselineRate({ requestsPerSecond, swing, periodSeconds }: Baseline, atMs: number): number {
  return requestsPerSecond * (1 + swing * Math.sin((2 * Math.PI * atMs) / 1000 / periodSeconds));
}

/** The target of staged load after so many seconds, in its unit. */
export function stagedTarget(stages: readonly Stage[], seconds: number): number {
  let from = 0;
  let start = 0;
  for (const stage of stages) {
    const passed = seconds - start;
    if (passed < stage.seconds) return from + ((stage.target - from) * passed) / stage.seconds;
    from = stage.target;
    start += stage.seconds;
  }
  return from;
}
