import { hasStatus } from '../resources/conditions';
import type { ServedModel } from '../resources/servedModel';

/**
 * Whether this cluster's KEDA is known to hold one direction (2.18 and later). Its version stands in no object that a
 * project's users can always read, but what it writes tells: status.triggersActivity comes with 2.19, and an HPA with a
 * direction switched off is KEDA's answer to the annotation itself. Undefined: it cannot be told before it is tried; the
 * HPA then shows whether KEDA has taken it.
 */
export function holdsOneDirection({ scaledObject, kedaHpa }: ServedModel): true | undefined {
  const { scaleUp, scaleDown } = kedaHpa?.spec.behavior ?? {};
  const tells =
    scaledObject?.status?.triggersActivity !== undefined ||
    hasStatus(scaledObject?.status?.conditions, 'HPAActive', 'True') ||
    [scaleUp, scaleDown].some((rules) => rules?.selectPolicy === 'Disabled');
  return tells || undefined;
}
