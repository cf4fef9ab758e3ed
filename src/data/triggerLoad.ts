import type { PolicyTrigger } from '../policy/trigger';
import { readPrometheusTrigger } from '../simulator/prometheusTrigger';
import { askAtDoor } from './fallback';
import { queryInstant } from './prometheus';
import { doorOf } from './triggerDoor';

/** What of a trigger its load depends on. */
export type AskedTrigger = Pick<PolicyTrigger, 'query' | 'serverAddress' | 'namespace'>;

/** What KEDA reads of a trigger now, asked at its own door; undefined where that is not known. */
export async function triggerLoad(trigger: AskedTrigger, signal: AbortSignal): Promise<number | undefined> {
  const door = doorOf(trigger);
  if (door === undefined || trigger.query.trim() === '') return undefined;
  try {
    const series = await askAtDoor(door, (place) => queryInstant(place, trigger.query, signal));
    const samples = series.flatMap(({ points }) => points.slice(-1).map(([, value]) => value));
    const reading = readPrometheusTrigger({ samples });
    return 'value' in reading ? reading.value : undefined;
  } catch {
    // Not known; the test of the query tells why.
    return undefined;
  }
}
