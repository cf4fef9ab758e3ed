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
}
