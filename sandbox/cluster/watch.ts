import type { Definition, StoredObject } from './definition';
import { apiVersionOf } from './definition';
import { textOf } from './list';
import type { Matcher } from './selectors';
import type { Change, Store } from './store';

/** A watch that somebody follows. */
export interface WatchOptions {
  definition: Definition;
  /** The key of the resource in the store. */
  resource: string;
  namespace?: string;
  /** Undefined selects all. */
  selects: Matcher | undefined;
  /** Where to start: '' or '0' means with all objects. */
  resourceVersion: string;
  /** Whether to tell the resourceVersion each minute, so that a quiet watch can go on later. */
  bookmarks: boolean;
  /** Real seconds after which the server ends the watch. */
  timeoutSeconds?: number;
  /** What this user sees of an object; undefined when nothing. */
  present: (object: StoredObject) => StoredObject | undefined;
}

type EventType = 'ADDED' | 'MODIFIED' | 'DELETED' | 'ERROR' | 'BOOKMARK';

const eventText = (type: EventType, object: string): string => `{"type":"${type}","object":${object}}`;

const bookmarkMs = 60_000;

function expired(from: string, oldest: number): string {
  return JSON.stringify({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `too old resource version: ${from} (${String(oldest)})`,
    reason: 'Expired',
    code: 410,
  });
}

/**
 * Sends the watch's events, each a line of JSON, as they come; returns the way to stop.
 * Without a resourceVersion it starts with all objects as ADDED. `end` is called after an ERROR event and at the
 * timeout.
 */
export function startWatch(
  store: Store,
  options: WatchOptions,
  send: (line: string) => void,
  end: () => void,
): () => void {
  const { resource, namespace, present, resourceVersion: from } = options;
  const selects = (object: StoredObject | undefined): boolean =>
    object !== undefined &&
    (namespace === undefined || object.metadata.namespace === namespace) &&
    (options.selects === undefined || options.selects(object));

  const deliver = (change: Change): void => {
    if (change.resource !== resource) return;
    const now = selects(change.object);
    const type = typeFor(change, selects(change.previous), now);
    const object = type === undefined ? undefined : present(now ? change.object : lastSelected(change));
    if (type !== undefined && object !== undefined) send(eventText(type, textOf(object)));
  };

  if (from === '' || from === '0') {
    for (const object of store.list(resource, namespace)) {
      const shown = selects(object) ? present(object) : undefined;
      if (shown !== undefined) send(eventText('ADDED', textOf(shown)));
    }
  } else if (Number(from) < store.oldestVersion) {
    send(eventText('ERROR', expired(from, store.oldestVersion)));
    end();
    return () => undefined;
  } else {
    for (const change of store.since(resource, Number(from))) deliver(change);
  }
  const unsubscribe = store.onChange(deliver);
  const cancelTimers = startTimers(store, options, send, end);
  return () => {
    unsubscribe();
    cancelTimers();
  };
}

function startTimers(
  store: Store,
  { definition, bookmarks, timeoutSeconds }: WatchOptions,
  send: (line: string) => void,
  end: () => void,
): () => void {
  const tell = (): void => {
    const metadata = { resourceVersion: String(store.resourceVersion), creationTimestamp: null };
    const object = { kind: definition.kind, apiVersion: apiVersionOf(definition), metadata };
    send(eventText('BOOKMARK', JSON.stringify(object)));
  };
  const ticker = bookmarks ? setInterval(tell, bookmarkMs) : undefined;
  const timer = timeoutSeconds === undefined ? undefined : setTimeout(end, timeoutSeconds * 1000);
  return () => {
    clearInterval(ticker);
    clearTimeout(timer);
  };
}

/** What a watch shows of an object that it no longer selects: the last that it did, under the new resourceVersion. */
function lastSelected({ type, object, previous = object, resourceVersion }: Change): StoredObject {
  if (type === 'DELETED') return object;
  return { ...previous, metadata: { ...previous.metadata, resourceVersion: String(resourceVersion) } };
}

/** An object that a selector no longer selects is gone for this watch, and the other way round. */
function typeFor(change: Change, before: boolean, now: boolean): EventType | undefined {
  if (change.type === 'DELETED') return before ? 'DELETED' : undefined;
  if (now) return before ? 'MODIFIED' : 'ADDED';
  return before ? 'DELETED' : undefined;
}
