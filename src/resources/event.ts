import type { KubernetesObject } from './object';
import { timeOf } from './time';

/**
 * core/v1 Event. Old recorders fill count, firstTimestamp and lastTimestamp; new ones (client-go tools/events) fill
 * eventTime and, when it repeats, series; what is not filled may be null.
 */
export interface KubernetesEvent extends KubernetesObject {
  involvedObject: { apiVersion?: string; kind?: string; namespace?: string; name?: string; uid?: string };
  type?: string;
  reason?: string;
  message?: string;
  count?: number | null;
  firstTimestamp?: string | null;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  series?: { count?: number; lastObservedTime?: string } | null;
  source?: { component?: string; host?: string };
  reportingComponent?: string;
}

/** When the event was last seen, milliseconds since 1970; undefined when it carries no time at all. */
export function lastSeenAt(event: KubernetesEvent): number | undefined {
  const { series, lastTimestamp, eventTime, firstTimestamp, metadata } = event;
  const times = [
    series?.lastObservedTime,
    lastTimestamp,
    eventTime,
    firstTimestamp,
    metadata.creationTimestamp,
  ];
  return times.map((time) => timeOf(time ?? undefined)).find((time) => time !== undefined);
}

/** When the event was first seen, milliseconds since 1970. */
export function firstSeenAt(event: KubernetesEvent): number | undefined {
  const times = [event.firstTimestamp, event.eventTime, event.metadata.creationTimestamp];
  return times.map((time) => timeOf(time ?? undefined)).find((time) => time !== undefined);
}

/** How often the event was seen, at least 1. */
export function timesSeen({ series, count }: KubernetesEvent): number {
  return Math.max(1, series?.count ?? count ?? 1);
}
