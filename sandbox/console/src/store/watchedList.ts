import type { Map as ImmutableMap } from 'immutable';
import { fromJS } from 'immutable';

/** An object of the Kubernetes API, as far as lists are kept by it. */
export interface ListedObject {
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    creationTimestamp?: string;
  };
}

/** An event of a watch. */
export interface WatchEvent {
  type: string;
  object: ListedObject;
}

type Item = ImmutableMap<string, unknown>;
/** Objects by their qualified name; the SDK's hooks read it with toArray and toJSON. */
export type WatchedList = ImmutableMap<string, Item>;

const nameOf = ({ metadata: { name, namespace } }: ListedObject): string =>
  namespace === undefined || namespace === '' ? name : `(${namespace})-${name}`;

const metaOf = (item: Item, key: string): string => String(item.getIn(['metadata', key]) ?? '');

/** An object that was made anew under the same name has versions of its own: the younger one counts then. */
function moreRecent(next: Item, current: Item): boolean {
  if (metaOf(next, 'uid') !== metaOf(current, 'uid')) {
    return Date.parse(metaOf(next, 'creationTimestamp')) > Date.parse(metaOf(current, 'creationTimestamp'));
  }
  return Number(metaOf(next, 'resourceVersion')) > Number(metaOf(current, 'resourceVersion'));
}

const withoutVersion = (item: Item): Item => item.deleteIn(['metadata', 'resourceVersion']);

/** Nothing that a page could show has changed when only the version did. */
const changes = (current: Item, next: Item): boolean =>
  moreRecent(next, current) && !withoutVersion(current).equals(withoutVersion(next));

const itemOf = (list: WatchedList, name: string): Item | undefined =>
  list.has(name) ? list.get(name) : undefined;

function update(list: WatchedList, object: ListedObject): WatchedList {
  const current = itemOf(list, nameOf(object));
  const next = fromJS(object) as Item;
  return current === undefined || changes(current, next) ? list.set(nameOf(object), next) : list;
}

/** The list after the events of a watch; what an event does not touch keeps its identity. */
export function afterEvents(list: WatchedList, events: readonly WatchEvent[]): WatchedList {
  return events.reduce((current, { type, object }) => {
    if (type === 'DELETED') return current.delete(nameOf(object));
    if (type === 'ADDED' || type === 'MODIFIED') return update(current, object);
    console.warn(`Event of an unknown type in a watch: ${type}`);
    return current;
  }, list);
}

/** The list after it was read anew: objects that are not in `objects` are gone, unchanged ones keep their identity. */
export function afterList(list: WatchedList, objects: readonly ListedObject[]): WatchedList {
  const names = new Set(objects.map(nameOf));
  const kept = list.filter((_item, name) => name !== undefined && names.has(name)) as WatchedList;
  return objects.reduce((current, object) => {
    const next = fromJS(object) as Item;
    const existing = itemOf(current, nameOf(object));
    return existing === undefined || moreRecent(next, existing) ? current.set(nameOf(object), next) : current;
  }, kept);
}

/** The list with a further page of it. */
export function withPage(list: WatchedList, objects: readonly ListedObject[]): WatchedList {
  return list.withMutations((mutable) => {
    for (const object of objects) mutable.set(nameOf(object), fromJS(object) as Item);
  });
}
