import { findCondition } from '../resources/conditions';
import type { StatusInput } from './statusInput';

/** Whether the HPA keeps replicas only because its scale-down window has not passed. */
export function isStabilized({ model }: StatusInput): boolean {
  return findCondition(model.kedaHpa?.status?.conditions, 'AbleToScale')?.reason === 'ScaleDownStabilized';
}
