import { Histogram } from './histogram';

const firstTokenBounds = [
  0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80, 160, 640,
  2560,
];
const tokenBounds = [
  0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80,
];
const requestBounds = [
  0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680,
];

/** 1, 2, 5, 10, 20, ... up to the longest context of Llama 3 (build_1_2_5_buckets of 131,072). */
const lengthBounds = [0, 1, 2, 3, 4, 5]
  .flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power))
  .filter((bound) => bound <= 131_072);
const iterationBounds = [1, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384];

/** Why vLLM stopped generating; `error` does not happen here, but vLLM exposes it from the start. */
export type FinishedReason = 'stop' | 'length' | 'abort' | 'error';

/** What an engine has counted since it started. Histograms are in seconds, with the bounds of vllm/v1/metrics/loggers.py. */
export class EngineStats {
  promptTokens = 0;
  generationTokens = 0;
  preemptions = 0;
  readonly finished: Record<FinishedReason, number> = { stop: 0, length: 0, abort: 0, error: 0 };
  readonly timeToFirstToken = new Histogram(firstTokenBounds);
  readonly interTokenLatency = new Histogram(tokenBounds);
  readonly requestLatency = new Histogram(requestBounds);
  readonly queueTime = new Histogram(requestBounds);
  readonly prefillTime = new Histogram(requestBounds);
  readonly decodeTime = new Histogram(requestBounds);
  readonly inferenceTime = new Histogram(requestBounds);
  readonly timePerOutputToken = new Histogram(tokenBounds);
  readonly requestPromptTokens = new Histogram(lengthBounds);
  readonly requestGenerationTokens = new Histogram(lengthBounds);
  readonly iterationTokens = new Histogram(iterationBounds);
  /** How long steps were computed, in seconds. */
  busySeconds = 0;

  /** Takes note of a step that has ended: its tokens, and how many of them were decoded. */
  recordStep(seconds: number, tokens: number, decodes: number): void {
    this.busySeconds += seconds;
    this.iterationTokens.observe(tokens);
    if (decodes > 0) this.interTokenLatency.observe(seconds, decodes);
  }

  /** Takes note of a request that ended at `now`; times are in simulated milliseconds. */
  record(
    times: { arrived: number; scheduled: number; firstToken: number },
    now: number,
    tokens: number,
  ): void {
    const seconds = (from: number, to: number): number => (to - from) / 1000;
    const decode = seconds(times.firstToken, now);
    this.requestLatency.observe(seconds(times.arrived, now));
    this.prefillTime.observe(seconds(times.scheduled, times.firstToken));
    this.decodeTime.observe(decode);
    this.inferenceTime.observe(seconds(times.scheduled, now));
    if (tokens > 1) this.timePerOutputToken.observe(decode / (tokens - 1));
    this.requestGenerationTokens.observe(tokens);
  }
}
