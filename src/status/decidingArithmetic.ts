import type { Arithmetic } from './arithmetic';
import type { StatusInput } from './statusInput';

/** The arithmetic when it alone decides: with several metrics the HPA takes the largest proposal. */
export function decidingArithmetic({ arithmetic }: StatusInput): Arithmetic | undefined {
  return arithmetic?.otherMetrics === 0 ? arithmetic : undefined;
}
