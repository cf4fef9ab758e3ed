import { formatNumber } from '../../../components/quantities';
import type { Translate } from '../../../i18n';
import type { ServedModel } from '../../../resources/servedModel';
import { thresholdOf } from '../../../resources/threshold';
import type { Threshold } from '../../../resources/threshold';
import { measureOf } from '../../../status/measuredLoad';
import type { FleetMode } from '../rows/fleetMode';

/** Who scales, in a word. */
export function modeWord(mode: FleetMode, t: Translate): string {
  const words: Record<FleetMode, () => string> = {
    keda: () => t('KEDA'),
    http: () => t('HTTP requests'),
    hpa: () => t('CPU'),
    external: () => t('External'),
    none: () => t('None'),
    other: () => t('Other'),
  };
  return words[mode]();
}

/** A threshold with what it counts for, such as "2 per replica". */
export function thresholdWords({ value, type }: Threshold, t: Translate): string {
  const threshold = formatNumber(value);
  return type === 'AverageValue'
    ? t('{{threshold}} per replica', { threshold })
    : t('{{threshold}} in all', { threshold });
}

function measureWords(model: ServedModel, threshold: string, t: Translate): string {
  switch (measureOf(model)) {
    case 'waiting':
      return t('more than {{threshold}} waiting', { threshold });
    case 'running':
      return t('more than {{threshold}} running', { threshold });
    case 'waitingAndRunning':
      return t('more than {{threshold}} waiting or running', { threshold });
    case 'query':
      return t('its query gives more than {{threshold}}', { threshold });
  }
}

/** When replicas are added, such as "more than 2 per replica waiting"; undefined when nothing of Prometheus decides. */
export function triggerWords(model: ServedModel, t: Translate): string | undefined {
  const threshold = thresholdOf(model);
  if (threshold === undefined) return undefined;
  const words = measureWords(model, thresholdWords(threshold, t), t);
  const others = (model.scaledObject?.spec.triggers.length ?? 1) - 1;
  return others > 0 ? `${words}; ${t('{{count}} more triggers', { count: others })}` : words;
}
