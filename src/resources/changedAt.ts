import type { KubernetesObject } from './object';
import { timeOf } from './time';

/** When somebody last changed the object (not its status), ms since 1970; undefined when its fields tell no time. */
export function changedAt({ metadata: { managedFields = [] } }: KubernetesObject): number | undefined {
  const times = managedFields
    .filter(({ fieldsV1 }) => fieldsV1 === undefined || !('f:status' in fieldsV1))
    .map(({ time }) => timeOf(time))
    .filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.max(...times);
}

/** KServe and KEDA need seconds for a change: nothing is missing or wrong before they had this long, in ms. */
export const settleMs = 30_000;
