import type { Values } from '../../../resources/values';

/**
 * The load of a model that sleeps: without a replica there is no engine that could report, and none in which anything
 * runs or waits. That is 0, and not a gap in the measurements.
 */
export function zeroAtRest(values: Values, replicas: Values): Values {
  return values.map((value, index) => (value === null && replicas[index] === 0 ? 0 : value));
}

/**
 * The minimum of a model that KEDA lets sleep. KEDA gives its HPA 1 for a minimum of 0, as an HPA takes no 0 (KEDA,
 * controllers/keda/hpa.go). What it was before is not recorded: it is 0 from the first time on at which the model slept,
 * and now; elsewhere the HPA's own minimum stands.
 */
export function minimumAtRest(values: Values, replicas: Values): Values {
  const slept = replicas.indexOf(0);
  const from = slept === -1 ? values.length - 1 : slept;
  return values.map((value, index) => (value === 1 && index >= from ? 0 : value));
}
