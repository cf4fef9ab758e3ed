import { randomBytes } from 'node:crypto';
import type { KubernetesObject } from '../../src/resources/object';
import type { KubeClient } from '../client/kubeClient';
import { ApiError } from '../client/kubeClient';
import type { Clock } from '../clock';
import { eventKind } from './kinds';
import { timestamp } from './timestamp';

/** What happened to an object. */
export interface Occurrence {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** The component that reports, for example "horizontal-pod-autoscaler". */
  source: string;
}

/** Writes core/v1 Events; one that repeats counts up instead of piling up (client-go tools/record). */
export interface EventRecorder {
  record(about: KubernetesObject, occurrence: Occurrence): void;
  /** Ends the timer; resolves when all events are written. */
  stop(): Promise<void>;
}

interface KubernetesEvent extends KubernetesObject {
  involvedObject: Record<string, unknown>;
  type: string;
  reason: string;
  message: string;
  count: number;
  firstTimestamp: string;
  lastTimestamp: string;
  source: { component: string };
  reportingComponent: string;
}

function newEvent(about: KubernetesObject, occurrence: Occurrence, now: number): KubernetesEvent {
  const { apiVersion, kind, metadata } = about;
  const { type, reason, message, source } = occurrence;
  const { name, namespace = 'default', uid, resourceVersion } = metadata;
  const time = timestamp(now);
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${name}.${randomBytes(8).toString('hex')}`, namespace },
    involvedObject: { apiVersion, kind, namespace, name, uid, resourceVersion },
    type,
    reason,
    message,
    count: 1,
    firstTimestamp: time,
    lastTimestamp: time,
    source: { component: source },
    reportingComponent: source,
  };
}

/** Events live for an hour, as kube-apiserver's --event-ttl has it; the recorder looks every five minutes. */
const eventLife = 3_600_000;
const sweepPeriod = 300_000;

interface Written {
  name: string;
  namespace: string;
  count: number;
  /** Simulated milliseconds of the last time. */
  last: number;
}

/** A recorder that writes with `client`; a refused event is reported to `onError`, for no controller waits for it. */
export function createEventRecorder(
  client: KubeClient,
  clock: Clock,
  onError: (error: unknown) => void,
): EventRecorder {
  const written = new Map<string, Written>();
  let tail = Promise.resolve();

  async function write(key: string, about: KubernetesObject, occurrence: Occurrence): Promise<void> {
    const known = written.get(key);
    if (known !== undefined) {
      known.count += 1;
      known.last = clock.now();
      const patch = { count: known.count, lastTimestamp: timestamp(clock.now()) };
      await client.mergePatch(eventKind, known, patch);
      return;
    }
    const event = newEvent(about, occurrence, clock.now());
    const { name, namespace = '' } = event.metadata;
    written.set(key, { name, namespace, count: 1, last: clock.now() });
    await client.create(eventKind, event);
  }

  async function sweep(): Promise<void> {
    for (const [key, { name, namespace, last }] of [...written]) {
      if (clock.now() - last < eventLife) continue;
      written.delete(key);
      await client.remove(eventKind, namespace, name);
    }
  }

  const cancel = clock.every(sweepPeriod, () => {
    tail = tail.then(sweep).catch(onError);
    return tail;
  });

  return {
    record(about, occurrence) {
      const { type, reason, message } = occurrence;
      const key = [about.metadata.uid, type, reason, message].join('\n');
      tail = tail
        .then(() => write(key, about, occurrence))
        .catch((error: unknown) => {
          written.delete(key);
          // The object's namespace may be gone, and the event with it.
          if (!(error instanceof ApiError && error.code === 404)) onError(error);
        });
    },
    stop() {
      cancel();
      return tail;
    },
  };
}
