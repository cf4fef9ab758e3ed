import { doorOf } from '../../data/triggerDoor';
import type { ServedModel } from '../../resources/servedModel';
import { readsOwnQueue } from '../../status/measuredLoad';

/**
 * The query of a model's trigger where the measured queue does not tell what it gives. Undefined: the queue tells, there
 * is no such trigger, or it asks a Prometheus that the console has no way to.
 */
export function ownTriggerQuery(model: ServedModel): string | undefined {
  if (readsOwnQueue(model)) return undefined;
  const trigger = model.scaledObject?.spec.triggers.find(({ type }) => type === 'prometheus');
  const { query, serverAddress = '', namespace } = trigger?.metadata ?? {};
  if (query === undefined || query.trim() === '') return undefined;
  return doorOf({ serverAddress, ...(namespace === undefined ? {} : { namespace }) }) === undefined
    ? undefined
    : query;
}
