import { formatMoment } from '../../../components/quantities';
import type { GraphLine } from '../../../graphs/plot';
import type { Bar } from '../../../graphs/bars';
import type { Translate } from '../../../i18n';
import { barWord } from './barWords';

/** A graph as a table; the newest time comes first. */
export interface LaneTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** More rows nobody reads. */
const mostRows = 60;

/**
 * The values of a graph, a row a time; of many times each n-th one, counted from the newest. `times` in seconds since
 * 1970.
 */
export function linesTable(
  lines: readonly GraphLine[],
  times: readonly number[],
  format: (value: number) => string,
  t: Translate,
): LaneTable {
  const named = lines.filter(({ quiet }) => quiet !== true);
  const stride = Math.max(1, Math.ceil(times.length / mostRows));
  const newestFirst = times.map((time, index) => ({ time, index })).toReversed();
  return {
    columns: [t('Time'), ...named.map(({ label }) => label)],
    rows: newestFirst
      .filter((_row, place) => place % stride === 0)
      .map(({ time, index }) => [
        formatMoment(time * 1000),
        ...named.map(({ values }) => {
          const value = values[index] ?? null;
          return value === null ? t('no data') : format(value);
        }),
      ]),
  };
}

/** The stretches of bars, a row each; `end` (seconds) is where those that go on are cut. */
export function barsTable(bars: readonly Bar[], end: number, t: Translate): LaneTable {
  const parts = bars.flatMap((bar) => bar.parts.map((part) => ({ ...part, key: bar.key })));
  return {
    columns: [t('Pod'), t('State'), t('From'), t('Until')],
    rows: parts
      .toSorted((one, other) => other.from - one.from)
      .map(({ key, look, from, to }) => [
        key,
        barWord(look, t),
        formatMoment(from * 1000),
        to >= end ? t('now') : formatMoment(to * 1000),
      ]),
  };
}
