/** How the rate goes over time, as in the chart load-test. */
export type LoadProfile = 'constant' | 'burst' | 'sweep';

/** What is asked of a load test. Rates are requests per second, times seconds. */
export interface LoadPlan {
  /** Base URL of the model, without /v1. */
  target: string;
  /** The served name: the "model" of the API's requests. */
  model: string;
  profile: LoadProfile;
  rate: number;
  /** Of the load; for a sweep, of each step. */
  durationSeconds: number;
  promptTokens: number;
  outputTokens: number;
  /** The modelcar image that the tokenizer is copied from, without oci://; absent: a tokenizer of Hugging Face. */
  tokenizerImage?: string;
  /** A Secret with the key that the model asks for, in its entry "api-key". */
  apiKeySecret?: string;
  /** A PersistentVolumeClaim for the full results. */
  resultsClaim?: string;
}

/** A part of a test. The rate is in requests per second; absent in a sweep, which looks for it. */
export interface LoadStep {
  rate?: number;
  seconds: number;
}

/** The values of the chart for what the dialog does not ask. */
export const burst = { baseRate: 0.5, beforeSeconds: 60, afterSeconds: 420 } as const;
const sweepSteps = 6;

/** The parts of a test, one after the other. */
export function stepsOf({ profile, rate, durationSeconds: seconds }: LoadPlan): readonly LoadStep[] {
  switch (profile) {
    case 'constant':
      return [{ rate, seconds }];
    case 'burst':
      return [
        { rate: burst.baseRate, seconds: burst.beforeSeconds },
        { rate, seconds },
        { rate: burst.baseRate, seconds: burst.afterSeconds },
      ];
    case 'sweep':
      return Array.from({ length: sweepSteps }, () => ({ seconds }));
  }
}

/** Seconds of all parts together. */
export function secondsOf(steps: readonly LoadStep[]): number {
  return steps.reduce((sum, { seconds }) => sum + seconds, 0);
}
