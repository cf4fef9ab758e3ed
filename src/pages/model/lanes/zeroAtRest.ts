import type { Values } from './laneValues';

/**
 * The load of a model that sleeps: without a replica there is no engine that could report, and none in which anything
 * runs or waits. That is 0, and not a gap in the measurements.
 */
export function zeroAtRest(values: Values, replicas: Values): Values {
  return values.map((value, index) => (value === null && replicas[index] === 0 ? 0 : value));
}

/**
 * The minimum of a model that may sleep. KEDA gives its HPA 1 for a minimum of 0, as an HPA takes no 0
 * (KEDA, controllers/keda/hpa.go); KEDA itself goes below.
 */
export function minimumAtRest(values: Values, sleeps: boolean): Values {
  return sleeps ? values.map((value) => (value === 1 ? 0 : value)) : values;
}
