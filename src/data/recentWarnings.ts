import type { KubernetesEvent } from '../resources/event';

type ReadWarnings = (namespace: string) => Promise<readonly KubernetesEvent[]>;

/** All warnings of a project are one long list: as often as the pages poll is enough, for all models together. */
const readEvery = 15_000;

/** Reads the warnings of a project at most every 15 s; between two reads it gives those of the last. `now` in ms. */
export function recentWarnings(read: ReadWarnings, now: () => number): ReadWarnings {
  const last = new Map<string, { at: number; events: ReturnType<ReadWarnings> }>();
  return (namespace) => {
    const known = last.get(namespace);
    if (known !== undefined && now() - known.at < readEvery) return known.events;
    const events = read(namespace);
    last.set(namespace, { at: now(), events });
    return events;
  };
}
