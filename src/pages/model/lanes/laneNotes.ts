import { formatDuration, formatNumber } from '../../../components/quantities';
import type { Translate } from '../../../i18n';
import { showsPeaks } from '../../../queries/combined';
import type { ServedModel } from '../../../resources/servedModel';
import { thresholdOf } from '../../../resources/threshold';
import { measureOf } from '../../../status/measuredLoad';
import type { LaneName } from './laneNames';

function capacityNote(model: ServedModel, t: Translate): string | undefined {
  const threshold = thresholdOf(model);
  const measure = measureOf(model);
  if (threshold === undefined || measure === 'query') return undefined;
  const facts = { threshold: formatNumber(threshold.value) };
  if (threshold.type === 'Value') return t('Capacity: {{threshold}} in all', facts);
  switch (measure) {
    case 'waiting':
      return t('Capacity: {{threshold}} waiting per replica', facts);
    case 'running':
      return t('Capacity: {{threshold}} running per replica', facts);
    case 'waitingAndRunning':
      return t('Capacity: {{threshold}} waiting or running per replica', facts);
  }
}

function triggerNote(model: ServedModel, t: Translate): string | undefined {
  const threshold = thresholdOf(model);
  if (threshold === undefined) return undefined;
  const facts = { threshold: formatNumber(threshold.value) };
  return threshold.type === 'Value'
    ? t('Capacity: {{threshold}} in all', facts)
    : t('Capacity: {{threshold}} per replica', facts);
}

/** Lanes whose points stand for the highest value of a wide step. */
const ofPeaks: readonly LaneName[] = ['requests', 'trigger', 'kv'];

/** What has to be known to read a graph: what its capacity is compared with, and what a point stands for. */
export function laneNotes(name: LaneName, model: ServedModel, step: number, t: Translate): string[] {
  const notes = [
    name === 'requests' ? capacityNote(model, t) : undefined,
    name === 'trigger' ? triggerNote(model, t) : undefined,
    ofPeaks.includes(name) && showsPeaks(step)
      ? t('Highest in each {{duration}}', { duration: formatDuration(step * 1000) })
      : undefined,
    name === 'replicas' && showsPeaks(step)
      ? t('A point each {{duration}}', { duration: formatDuration(step * 1000) })
      : undefined,
  ];
  return notes.filter((note) => note !== undefined);
}
