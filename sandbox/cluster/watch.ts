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
  /** sendInitialEvents: all objects first, and a bookmark behind them; or none even where there is no resourceVersion. */
  initialEvents?: boolean;
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

/** What a watch begins with: all objects, the changes since its resourceVersion, or what happens from now on. */
function startOf({ initialEvents, resourceVersion }: WatchOptions): 'all' | 'changes' | 'now' {
  const isAnywhere = resourceVersion === '' || resourceVersion === '0';
  if (initialEvents === undefined) return isAnywhere ? 'all' : 'changes';
  if (initialEvents) return 'all';
  return isAnywhere ? 'now' : 'changes';
}

function sendAll(store: Store, options: WatchOptions, selects: Matcher, send: (line: string) => void): void {
  for (const object of store.list(options.resource, options.namespace)) {
    const shown = selects(object) ? options.present(object) : undefined;
    if (shown !== undefined) send(eventText('ADDED', textOf(shown)));
  }
  if (options.initialEvents === true && options.bookmarks) send(bookmark(store, options, endOfInitialEvents));
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

  const start = startOf(options);
  if (start === 'all') sendAll(store, options, selects, send);
  if (start === 'changes' && Number(from) < store.oldestVersion) {
    send(eventText('ERROR', expired(from, store.oldestVersion)));
    end();
    return () => undefined;
  }
  if (start === 'changes') for (const change of store.since(resource, Number(from))) deliver(change);
  const unsubscribe = store.onChange(deliver);
  const cancelTimers = startTimers(store, options, send, end);
  return () => {
    unsubscribe();
    cancelTimers();
  };
}

/** What marks the end of what was there before (KEP-3157). */
const endOfInitialEvents = { annotations: { 'k8s.io/initial-events-end': 'true' } };

/** An event that tells how far the watch has come. */
function bookmark(store: Store, { definition }: WatchOptions, more: object = {}): string {
  const metadata = { resourceVersion: String(store.resourceVersion), creationTimestamp: null, ...more };
  const object = { kind: definition.kind, apiVersion: apiVersionOf(definition), metadata };
  return eventText('BOOKMARK', JSON.stringify(object));
}

function startTimers(
  store: Store,
  options: WatchOptions,
  send: (line: string) => void,
  end: () => void,
): () => void {
  const { bookmarks, timeoutSeconds } = options;
  const tell = (): void => {
    send(bookmark(store, options));
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
