import { known, type Known } from '../resources/known';
import type { Scaling } from './modelStatus';
import type { StatusInput } from './statusInput';

/** The facts that all states of an autoscaled model carry. */
export function scalingOf({ arithmetic, replicas: { min, max } }: StatusInput): Known<Scaling> {
  return known({ arithmetic, min, max });
}
