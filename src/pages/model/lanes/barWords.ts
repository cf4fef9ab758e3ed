import type { Bar, BarLook } from '../../../graphs/bars';
import type { Translate } from '../../../i18n';

/** What a look means for a pod. */
export function barWord(look: BarLook, t: Translate): string {
  const words: Record<BarLook, string> = {
    waiting: t('Waits for a node'),
    starting: t('Pulls or loads'),
    serving: t('Serves'),
    failing: t('Fails'),
    ending: t('Terminates'),
  };
  return words[look];
}

const order: readonly BarLook[] = ['serving', 'starting', 'waiting', 'failing', 'ending'];

/** The looks that occur, and the one that every model hopes for, with their words. */
export function barWords(bars: readonly Bar[], t: Translate): (readonly [BarLook, string])[] {
  const seen = new Set(bars.flatMap(({ parts }) => parts.map(({ look }) => look)));
  return order
    .filter((look) => look === 'serving' || seen.has(look))
    .map((look) => [look, barWord(look, t)] as const);
}
