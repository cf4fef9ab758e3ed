import { findCondition } from '../resources/conditions';
import { timeOf } from '../resources/time';
import { hpaReading } from './hpaReading';
import { readsOwnQueue } from './measuredLoad';
import type { Rule, StatusInput } from './statusInput';

/** The query gives nothing although replicas serve. */
export const noData: Rule = (input) => {
  const { ready = 0 } = input.replicas;
  return ready > 0 && !isFresh(input) && hasNoSeries(input) ? { code: 'noData', replicas: ready } : undefined;
};

/** The trigger's own query decides, where it was asked; else a query that reads the queue that we measure. */
function hasNoSeries({ model, load }: StatusInput): boolean {
  if (model.scaledObject === undefined || load === undefined) return false;
  if (load.trigger !== undefined) return load.trigger.series === 0;
  return load.waiting === undefined && readsOwnQueue(model) && (hpaReading(model) ?? 0) === 0;
}

/** Two scrapes of OpenShift's user-workload monitoring and some reserve. */
export const firstScrapeMs = 90_000;

/** Replicas that serve since a moment ago may not have been scraped yet. */
function isFresh({ model, now }: StatusInput): boolean {
  const available = findCondition(model.deployment?.status?.conditions, 'Available');
  return now - (timeOf(available?.lastTransitionTime) ?? -Infinity) < firstScrapeMs;
}
