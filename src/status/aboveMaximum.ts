import { known } from '../resources/known';
import { scalingOf } from './scalingFacts';
import type { Rule } from './statusInput';

/** More replicas than the maximum: the HPA cuts them at once, past all windows (horizontal.go, reconcileAutoscaler). */
export const aboveMaximum: Rule = (input) => {
  const { spec, max } = input.replicas;
  if (input.model.kedaHpa === undefined || spec === undefined || spec <= max) return undefined;
  return known({ code: 'scalingDown' as const, from: spec, to: max, ...scalingOf(input) });
};
