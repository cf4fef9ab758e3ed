import type { Clock } from '../clock';
import { parseExposition } from './exposition';
import type { SampleSink } from './metricsBackend';
import type { Labels } from './seriesStore';
import { labelsKey } from './seriesStore';

/** Something to scrape. */
export interface Target {
  url: string;
  /** Added to each sample: job, instance, namespace, pod, service, endpoint, container. */
  labels: Labels;
  /** Whether a sample's own labels win over these; else they are kept as exported_<name>. */
  honorLabels?: boolean;
}

/** A page that does not arrive in this real time counts as a failed scrape. */
const timeoutMs = 5000;

/** What a target had at its last scrape, by labels, so that what vanishes can be marked stale. */
type Seen = Map<string, Labels>;

/**
 * Scrapes all targets each interval of the clock, the first time after one interval, and writes `up` for each of them
 * (1, or 0 when the page could not be read). Series that a target no longer has get a stale marker; all of a target's
 * series, when its scrape fails or when it is gone itself.
 */
export function startScraper(options: {
  clock: Clock;
  store: SampleSink;
  intervalSeconds: number;
  targets: () => readonly Target[];
}): { stop(): void } {
  const { clock, store, intervalSeconds, targets } = options;
  const seen = new Map<string, Seen>();
  let stopped = false;

  async function scrapeAll(): Promise<void> {
    const timeMs = Math.round(clock.now());
    const current = new Map(targets().map((target) => [targetKey(target), target]));
    for (const [key, series] of seen) {
      if (current.has(key)) continue;
      for (const labels of series.values()) store.appendStale(labels, timeMs);
      seen.delete(key);
    }
    await Promise.all(
      [...current].map(async ([key, target]) => {
        const page = await readPage(target.url);
        if (!stopped) seen.set(key, record(store, target, page, timeMs, seen.get(key)));
      }),
    );
  }

  const cancel = clock.every(intervalSeconds * 1000, scrapeAll);
  return {
    stop() {
      stopped = true;
      cancel();
    },
  };
}

const targetKey = ({ url, labels }: Target): string => `${url}\u0001${labelsKey(labels)}`;

/** The text of a metrics page; undefined when there is none to be had, which is a fact to record and no fault. */
async function readPage(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

function record(
  store: SampleSink,
  target: Target,
  page: string | undefined,
  timeMs: number,
  before: Seen = new Map(),
): Seen {
  const samples = page === undefined ? undefined : readSamples(page);
  const now: Seen = new Map();
  for (const sample of samples ?? []) {
    const merged = mergedLabels(sample.labels, target);
    const key = labelsKey(merged);
    // The same object each time saves the store from making the key again.
    const labels = before.get(key) ?? merged;
    store.append(labels, sample.timeMs ?? timeMs, sample.value);
    // Series with times of their own end by the lookback, as in Prometheus.
    if (sample.timeMs === undefined) now.set(key, labels);
  }
  const up: Labels = { ...target.labels, __name__: 'up' };
  store.append(up, timeMs, samples === undefined ? 0 : 1);
  now.set(labelsKey(up), up);
  for (const [key, labels] of before) if (!now.has(key)) store.appendStale(labels, timeMs);
  return now;
}

/** Undefined for a page that is not in the exposition format: Prometheus then takes none of it. */
function readSamples(page: string): ReturnType<typeof parseExposition> | undefined {
  try {
    return parseExposition(page);
  } catch {
    return undefined;
  }
}

/** The labels of a stored sample: its own and those of its target, which win unless it honors labels. */
export function mergedLabels(sample: Labels, { labels, honorLabels = false }: Omit<Target, 'url'>): Labels {
  if (honorLabels) return { ...labels, ...sample };
  const merged: Record<string, string> = { ...sample };
  for (const [name, value] of Object.entries(labels)) {
    const own = sample[name];
    if (own !== undefined && own !== '') merged[`exported_${name}`] = own;
    merged[name] = value;
  }
  return merged;
}
