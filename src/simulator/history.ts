import type { AutoscalerMemory, Behavior, Recommendation, ScaleEvent } from './autoscaler';
import { withDefaults } from './behaviorDefaults';

/**
 * The history plus one entry. The last outdated entry gives its place, so the history never holds more than the
 * longest window did (kubernetes pkg/controller/podautoscaler/horizontal.go does the same).
 */
function replaceOutdated<T extends { at: number }>(
  history: readonly T[],
  entry: T,
  outdatedBefore: number,
): T[] {
  const place = history.findLastIndex(({ at }) => at < outdatedBefore);
  const copy = history.slice();
  if (place < 0) copy.push(entry);
  else copy[place] = entry;
  return copy;
}

/** The recommendations plus one; entries before `outdatedBefore` (seconds) can no longer count. */
export function rememberRecommendation(
  recommendations: readonly Recommendation[],
  entry: Recommendation,
  outdatedBefore: number,
): readonly Recommendation[] {
  return replaceOutdated(recommendations, entry, outdatedBefore);
}

/**
 * The memory after a change from one number of replicas to another. Without a behavior no events are kept; an event is
 * outdated after the longest policy period of its direction (horizontal.go storeScaleEvent).
 */
export function rememberChange(
  memory: AutoscalerMemory,
  behavior: Behavior | undefined,
  change: { at: number; from: number; to: number },
): AutoscalerMemory {
  const { at, from, to } = change;
  if (!behavior || from === to) return memory;
  const rules = to > from ? withDefaults(behavior).scaleUp : withDefaults(behavior).scaleDown;
  const longest = Math.max(0, ...rules.policies.map((policy) => policy.periodSeconds));
  const event: ScaleEvent = { at, change: Math.abs(to - from) };
  return to > from
    ? { ...memory, scaleUps: replaceOutdated(memory.scaleUps, event, at - longest) }
    : { ...memory, scaleDowns: replaceOutdated(memory.scaleDowns, event, at - longest) };
}
