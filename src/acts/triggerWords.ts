import type { Translate } from '../i18n';
import type { TriggerKind } from '../policy/trigger';

/** What a trigger counts, as a choice. */
export function kindWords(kind: TriggerKind, t: Translate): string {
  const words: Record<TriggerKind, string> = {
    waiting: t('waiting requests'),
    waitingAndRunning: t('waiting and running requests'),
    kvCache: t('share of the KV cache in use'),
    query: t('value of a query of your own'),
  };
  return words[kind];
}

/** The unit of its threshold. */
export function thresholdHelp(kind: TriggerKind, t: Translate): string {
  if (kind === 'kvCache') return t('Between 0 and 1 per replica, such as 0.8 for 80 %.');
  return kind === 'query' ? t('Value per replica.') : t('Requests per replica.');
}
