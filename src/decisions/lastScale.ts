import type { Decision } from './decision';
import { movedTo } from './moved';
import { seenLate } from './seenLate';

/** Causes by which the HPA itself scales. */
const ofTheHpa: readonly Decision['cause'][] = [
  'load',
  'windowEnded',
  'minimumRaised',
  'minimumLowered',
  'maximumRaised',
  'maximumLowered',
  'hpa',
  'unexplained',
];

/** The HPA decides once in so many seconds at most (kube-controller-manager, --horizontal-pod-autoscaler-sync-period). */
const syncPeriod = 15;

/**
 * The decisions with the exact time of the newest that the HPA made, which it keeps in status.lastScaleTime (seconds
 * since 1970): the measurements show it up to a scrape later. Those before it come before it: one that was measured
 * later than that moves to the sync before.
 */
export function withLastScale(
  decisions: readonly Decision[],
  lastScaleTime: number | undefined,
): readonly Decision[] {
  const index = decisions.findLastIndex(({ cause }) => ofTheHpa.includes(cause));
  const decision = decisions[index];
  if (decision === undefined || lastScaleTime === undefined) return decisions;
  const late = decision.at - lastScaleTime;
  if (late < 0 || late > seenLate) return decisions;
  let next = lastScaleTime;
  const before = decisions
    .slice(0, index)
    .toReversed()
    .map((each) => {
      next = Math.min(each.at, next - syncPeriod);
      return next < each.at ? movedTo(next, each) : each;
    });
  return [...before.toReversed(), movedTo(lastScaleTime, decision), ...decisions.slice(index + 1)];
}
