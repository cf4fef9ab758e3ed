import type { Readiness } from './decision';
import { valueAt } from './decisionSeries';
import type { DecisionSeries } from './decisionSeries';

/** Index after the last point at which still at least `to` replicas were wanted. */
function endOf({ replicas, times }: DecisionSeries, index: number, to: number): number {
  for (let at = index + 1; at < times.length; at += 1) {
    const wanted = valueAt(replicas, at);
    if (wanted !== null && wanted < to) return at;
  }
  return times.length;
}

/** How the replicas that a decision added became ready, until a later one takes them away again. */
export function readinessOf(series: DecisionSeries, index: number, from: number, to: number): Readiness {
  const { times, available } = series;
  const end = endOf(series, index, to);
  let most = from;
  let seconds: number | undefined;
  for (let at = index; at < end && most < to; at += 1) {
    const ready = Math.min(valueAt(available, at) ?? 0, to);
    if (ready <= most) continue;
    most = ready;
    seconds = (times[at] ?? 0) - (times[index] ?? 0);
  }
  return { ready: most - from, added: to - from, ...(seconds === undefined ? {} : { seconds }) };
}
