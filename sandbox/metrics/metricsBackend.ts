import type { Answer } from './apiAnswer';
import type { PrometheusOptions } from './prometheus/prometheus';
import { startPrometheus } from './prometheus/prometheus';
import type { ApiRequest } from './queryApi';
import { answerApi } from './queryApi';
import type { Labels } from './seriesStore';
import { SeriesStore } from './seriesStore';

/** Where samples go. Times are simulated milliseconds. */
export interface SampleSink {
  append(labels: Labels, timeMs: number, value: number): void;
  /** Marks the series as ended at this time. */
  appendStale(labels: Labels, timeMs: number): void;
  /** Adds samples at these times, oldest first. */
  fill(labels: Labels, times: readonly number[], valueAt: (timeMs: number, index: number) => number): void;
}

/** Answers requests to Prometheus' HTTP API. */
export type Answering = (request: ApiRequest) => Answer | Promise<Answer>;

/** Who keeps the samples and answers queries. */
export interface MetricsBackend {
  readonly sink: SampleSink;
  readonly answer: Answering;
  /** Resolves when all samples of now can be asked for. */
  written(): Promise<void>;
  close(): Promise<void> | void;
}

/** The names of them: our own series store and PromQL, or the real Prometheus. */
export const metricsBackends = ['built-in', 'prometheus'] as const;
export type MetricsBackendName = (typeof metricsBackends)[number];

/** The series store in memory with our own PromQL; it keeps samples for `retentionMs`. */
export function builtInMetrics(store: SeriesStore): MetricsBackend {
  return {
    sink: store,
    answer: (request) => answerApi(store, request),
    written: () => Promise.resolve(),
    close: () => undefined,
  };
}

/** Starts a backend; rejects when it does not get ready. */
export async function startMetricsBackend(
  name: MetricsBackendName,
  retentionMs: number,
  options: PrometheusOptions = {},
): Promise<MetricsBackend> {
  return name === 'prometheus' ? startPrometheus(options) : builtInMetrics(new SeriesStore(retentionMs));
}
