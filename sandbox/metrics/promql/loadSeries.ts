import { parseExposition } from '../exposition';
import { SeriesStore } from '../seriesStore';

/**
 * A store for tests. Each line is a series and its samples from time 0 on, one each `stepSeconds`:
 * `up{pod="a"} 1 2 _ stale`, where _ is no sample and stale is a stale marker.
 */
export function loadSeries(lines: readonly string[], stepSeconds = 30): SeriesStore {
  const store = new SeriesStore();
  for (const line of lines) {
    const [, series = '', samples = ''] = /^(\S+\{.*\}|\S+) (.*)$/.exec(line) ?? [];
    const labels = parseExposition(`${series} 0`)[0]?.labels ?? {};
    samples.split(' ').forEach((sample, index) => {
      const timeMs = index * stepSeconds * 1000;
      if (sample === 'stale') store.appendStale(labels, timeMs);
      else if (sample !== '_') store.append(labels, timeMs, Number(sample));
    });
  }
  return store;
}
