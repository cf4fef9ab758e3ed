import { firstSeenAt, lastSeenAt } from '../resources/event';
import type { KubernetesEvent } from '../resources/event';

/** A change of the replicas that an HPA has told. */
export interface Rescale {
  /** Seconds since 1970. */
  at: number;
  to: number;
}

/**
 * What an HPA tells in its events "SuccessfulRescale" (kubernetes pkg/controller/podautoscaler/horizontal.go), oldest
 * first. Events with the same words are counted in one, of which only the first and the last time are known.
 */
export function rescalesOf(events: readonly KubernetesEvent[]): Rescale[] {
  const rescales = events.flatMap((event) => {
    const [, size] = /^New size: (\d+);/.exec(event.message ?? '') ?? [];
    if (event.reason !== 'SuccessfulRescale' || size === undefined) return [];
    const times = [firstSeenAt(event), lastSeenAt(event)].filter((time) => time !== undefined);
    return [...new Set(times)].map((time) => ({ at: time / 1000, to: Number(size) }));
  });
  return rescales.sort((one, other) => one.at - other.at);
}
