import type { Bar } from '../../../graphs/bars';
import { lookAt } from '../../../graphs/bars';
import { hasValues } from '../../../graphs/plot';
import type { GraphLine } from '../../../graphs/plot';
import type { Translate } from '../../../i18n';
import { barWords } from './barWords';

function sentence(values: readonly string[], live: boolean, t: Translate): string {
  const facts = { values: values.join(', ') };
  return live ? t('Now {{values}}', facts) : t('At the end {{values}}', facts);
}

/** The newest values of a graph in a sentence, for those who do not see it. `live`: its end is now. */
export function linesSummary(
  lines: readonly GraphLine[],
  format: (value: number) => string,
  live: boolean,
  t: Translate,
): string {
  if (!hasValues(lines)) return t('Nothing was measured in this time.');
  const named = lines.filter(({ quiet }) => quiet !== true);
  const values = named.map(({ label, values: all }) => {
    const value = all.at(-1) ?? undefined;
    return `${label}: ${value === undefined ? t('no data') : format(value)}`;
  });
  return sentence(values, live, t);
}

/** How many bars there are at the end, by what they show. */
export function barsSummary(bars: readonly Bar[], end: number, live: boolean, t: Translate): string {
  if (bars.length === 0) return t('Nothing was measured in this time.');
  const looks = bars.map((bar) => lookAt(bar, end));
  const values = barWords(bars, t).map(
    ([look, word]) => `${word}: ${String(looks.filter((each) => each === look).length)}`,
  );
  return sentence(values, live, t);
}
