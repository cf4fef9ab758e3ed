import { useEffect, useState } from 'react';
import type { ClusterObjects } from '../resources/servedModel';

/** Milliseconds between two states of lists that arrive page by page. */
const rest = 1000;
/** Objects; the console reads lists in pages of 250. A watch seldom brings as many at once. */
const many = 100;

/** Whether a page of a list lies between two states of the lists. */
function areFarApart(before: ClusterObjects, after: ClusterObjects): boolean {
  const pairs = [
    [before.inferenceServices, after.inferenceServices],
    [before.scaledObjects, after.scaledObjects],
    [before.horizontalPodAutoscalers, after.horizontalPodAutoscalers],
    [before.deployments, after.deployments],
    [before.pendingPods, after.pendingPods],
  ] as const;
  return pairs.some(([one, other]) => Math.abs(one.length - other.length) >= many);
}

/**
 * The lists, at most once a second while they grow page by page: with thousands of models two hundred pages arrive,
 * and each would be joined, sorted and drawn. A small change, and one of `begun`, is handed on at once.
 */
export function useBatched(lists: ClusterObjects, begun: boolean): ClusterObjects {
  const [held, setHeld] = useState({ lists, begun });
  // An object of its own for each rest, so that each starts its own timer.
  const [resting, setResting] = useState<object>();
  useEffect(() => {
    if (resting === undefined) return undefined;
    const timer = setTimeout(() => {
      setResting(undefined);
    }, rest);
    return () => {
      clearTimeout(timer);
    };
  }, [resting]);
  if (held.lists === lists && held.begun === begun) return held.lists;
  const far = areFarApart(held.lists, lists);
  if (far && resting !== undefined && held.begun === begun) return held.lists;
  setHeld({ lists, begun });
  if (far) setResting({});
  return lists;
}
