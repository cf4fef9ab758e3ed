/** Pods of a target: how many there are, and which of them are still starting (oldest first). */
export interface Pods {
  replicas: number;
  starting: readonly { readyAt: number; count: number }[];
}

/** Ready pods at a time; a pod is ready from `readyAt` on. */
export function readyPods({ replicas, starting }: Pods, now: number): number {
  let ready = replicas;
  for (const { readyAt, count } of starting) if (readyAt > now) ready -= count;
  return ready;
}

/**
 * The pods after a change of replicas: new ones are ready after `startSeconds`; on the way down those that are not
 * ready go first, the newest before the others, as a ReplicaSet does it.
 */
export function scalePods(pods: Pods, replicas: number, now: number, startSeconds: number): Pods {
  const starting = pods.starting.filter(({ readyAt }) => readyAt > now);
  if (replicas > pods.replicas) {
    starting.push({ readyAt: now + startSeconds, count: replicas - pods.replicas });
    return { replicas, starting };
  }
  let surplus = pods.replicas - replicas;
  while (surplus > 0 && starting.length > 0) {
    const newest = starting.pop();
    if (newest && newest.count > surplus) starting.push({ ...newest, count: newest.count - surplus });
    surplus -= newest?.count ?? 0;
  }
  return { replicas, starting };
}
