import type { DecisionArithmetic } from './decision';
import { stepOf } from './decisionSeries';
import type { DecisionRule, DecisionSeries } from './decisionSeries';
import { seenLate } from './seenLate';

/** Bounds of the HPA at a time. */
export interface Bounds {
  min: number;
  max: number;
}

/** Measured loads of the `seconds` up to an index, oldest first. */
function loadsBefore(series: DecisionSeries, index: number, seconds: number): number[] {
  const points = Math.ceil(seconds / Math.max(1, stepOf(series)));
  return series.load.slice(Math.max(0, index - points), index + 1).filter((value) => value !== null);
}

/** In thousandths, as the HPA counts (kubernetes pkg/controller/podautoscaler/replica_calculator.go). */
function wantedBy(load: number, threshold: number): number {
  return Math.ceil(Math.round(load * 1000) / Math.max(1, Math.round(threshold * 1000)));
}

function within(replicas: number, { min, max }: Bounds): number {
  return Math.min(Math.max(replicas, min), max);
}

function limitOf(wants: number, to: number, bounds: Bounds): DecisionArithmetic['limitedTo'] {
  if (wants === to) return undefined;
  if (within(wants, bounds) !== to) return 'pace';
  return wants > to ? 'max' : 'min';
}

function arithmetic(load: number, threshold: number, to: number, bounds: Bounds): DecisionArithmetic {
  const wants = wantedBy(load, threshold);
  const limitedTo = limitOf(wants, to, bounds);
  return { load, threshold, wants, ...(limitedTo === undefined ? {} : { limitedTo }) };
}

/**
 * The load that explains more replicas: the newest that gives exactly `to` within the bounds, else the newest that
 * wants more (the HPA goes up in paces). Undefined: no load of that time does.
 */
export function explainUp(
  series: DecisionSeries,
  index: number,
  to: number,
  bounds: Bounds,
  { threshold }: DecisionRule,
): DecisionArithmetic | undefined {
  if (threshold === undefined || threshold <= 0) return undefined;
  const loads = loadsBefore(series, index, seenLate).toReversed();
  const wanted = (load: number): number => within(wantedBy(load, threshold), bounds);
  const load = loads.find((each) => wanted(each) === to) ?? loads.find((each) => wanted(each) > to);
  return load === undefined ? undefined : arithmetic(load, threshold, to, bounds);
}

/**
 * The load that explains fewer replicas: the highest of the scale-down window, up to when the change came. Undefined:
 * the load asked for more than `to` all the time.
 */
export function explainDown(
  series: DecisionSeries,
  index: number,
  to: number,
  bounds: Bounds,
  { threshold, windowSeconds }: DecisionRule,
): DecisionArithmetic | undefined {
  if (threshold === undefined || threshold <= 0) return undefined;
  const loads = loadsBefore(series, index, windowSeconds);
  const fitting = loads.filter((load) => within(wantedBy(load, threshold), bounds) <= to);
  if (fitting.length === 0) return undefined;
  // The change is seen late: what came in the meantime may ask for more again, and the window began earlier.
  return arithmetic(Math.max(...fitting), threshold, to, bounds);
}
