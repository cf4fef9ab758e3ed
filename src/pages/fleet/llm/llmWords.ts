import { formatNumber } from '../../../components/quantities';
import type { Translate } from '../../../i18n';
import type { LlmScaler } from '../../../resources/llmInferenceService';

/** Who decides on the replicas of an LLMInferenceService. */
export function llmScalerWords(scaler: LlmScaler, t: Translate): string {
  if (scaler.by === 'fixed') return t('Fixed at {{count}} replicas', { count: scaler.replicas });
  const bounds = { min: formatNumber(scaler.min), max: formatNumber(scaler.max) };
  switch (scaler.by) {
    case 'keda':
      return t('KEDA, between {{min}} and {{max}} replicas', bounds);
    case 'wva':
      return t('llm-d’s variant autoscaler, between {{min}} and {{max}} replicas', bounds);
    case 'nobody':
      return t('Nobody yet, between {{min}} and {{max}} replicas', bounds);
  }
}
