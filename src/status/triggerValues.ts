import type { ServedModel } from '../resources/servedModel';
import type { Values } from '../resources/values';
import { gaugesOf } from './measuredLoad';

/** What was measured of a model, on one time axis; absent: not asked. */
export interface MeasuredValues {
  waiting?: Values;
  running?: Values;
  /** What the trigger's own query gave. */
  trigger?: Values;
}

function sum(one: Values, other: Values): Values {
  return one.map((value, index) => {
    const more = other[index] ?? null;
    return value === null || more === null ? null : value + more;
  });
}

/**
 * The value of the model's trigger over time: the gauges of its queue that it adds up, else what its own query gave.
 * Undefined when a part of it was not asked.
 */
export function triggerValues(model: ServedModel, measured: MeasuredValues): Values | undefined {
  const gauges = gaugesOf(model);
  if (gauges.length === 0) return measured.trigger;
  const values = gauges.map((gauge) => measured[gauge]).filter((each) => each !== undefined);
  return values.length === gauges.length ? values.reduce(sum) : undefined;
}
