import type { Map as ImmutableMap } from 'immutable';
import { Map, fromJS } from 'immutable';
import type { ActionType } from '@openshift-console/dynamic-plugin-sdk/lib/app/k8s/actions/k8s';
import type { ListedObject, WatchedList, WatchEvent } from './watchedList';
import { afterEvents, afterList, withPage } from './watchedList';

/** What the SDK's hooks read: an entry for each watch, and RESOURCES with the models. */
export type K8sState = ImmutableMap<string, unknown>;

/** An action of the SDK's watches. */
export interface K8sAction {
  type: string;
  payload?: unknown;
}

interface Payload {
  id: string;
  k8sObjects: unknown;
}

/** A model from the discovery of the API. */
export interface DiscoveredModel {
  /** "group~version~Kind", with "core" for the group without a name. */
  reference: string;
  model: object;
}

const initial: K8sState = Map({
  RESOURCES: Map({ models: Map(), inFlight: true, loaded: false }),
});

const newWatch = (data: unknown): ImmutableMap<string, unknown> =>
  Map<string, unknown>({ loadError: '', loaded: false, data });

type Step = (state: K8sState, payload: Payload) => K8sState;

/** Changes the list of a watch; a late answer to a watch that has ended changes nothing. */
const toList =
  (change: (list: WatchedList, objects: Payload['k8sObjects']) => WatchedList, extra: object = {}): Step =>
  (state, { id, k8sObjects }) => {
    const list = state.getIn([id, 'data']) as WatchedList | undefined;
    if (list === undefined) return state;
    return state.mergeIn([id], { ...extra, data: change(list, k8sObjects) });
  };

function modifyObject(state: K8sState, { id, k8sObjects }: Payload): K8sState {
  if (!state.has(id)) return state;
  const next = fromJS(k8sObjects) as ImmutableMap<string, unknown>;
  const current = state.getIn([id, 'data']) as ImmutableMap<string, unknown> | undefined;
  const version = ['metadata', 'resourceVersion'];
  const unchanged = Map.isMap(current) && current?.setIn(version, next.getIn(version)).equals(next) === true;
  return state.mergeIn([id], { loadError: '', loaded: true, data: unchanged ? current : next });
}

/** The SDK's names of its actions, by their values: its enum lies in a module that starts watches. */
type ActionName = `${ActionType}`;

const received: ActionName = 'resources';

const steps: Partial<Record<ActionName, Step>> = {
  startWatchK8sObject: (state, { id }) => state.set(id, newWatch({})),
  startWatchK8sList: (state, { id }) => (state.has(id) ? state : state.set(id, newWatch(Map()))),
  modifyObject,
  stopWatchK8s: (state, { id }) => state.delete(id),
  // What is known stays: stale objects with an error are better than none.
  errored: (state, { id, k8sObjects }) =>
    state.has(id) ? state.setIn([id, 'loadError'], k8sObjects) : state,
  loaded: toList((list, objects) => afterList(list, objects as ListedObject[]), {
    loaded: true,
    loadError: '',
  }),
  bulkAddToList: toList((list, objects) => withPage(list, objects as ListedObject[])),
  updateListFromWS: toList((list, events) => afterEvents(list, events as WatchEvent[])),
};

/** The action that brings the models of the API; until then the SDK's hooks wait. */
export function modelsReceived(models: readonly DiscoveredModel[]): K8sAction {
  return { type: received, payload: models };
}

function receiveModels(state: K8sState, models: readonly DiscoveredModel[]): K8sState {
  // The models themselves stay plain objects: that is what the SDK's hooks expect.
  const known = Map<string, object>(models.map(({ reference, model }) => [reference, model] as const));
  return state.set('RESOURCES', Map({ models: known, inFlight: false, loaded: true }));
}

/** The reducer that the SDK's watch actions need and its package does not hold. */
export function k8sReducer(state: K8sState = initial, action: K8sAction): K8sState {
  if (action.type === received) {
    return receiveModels(state, action.payload as DiscoveredModel[]);
  }
  const step = (steps as Record<string, Step | undefined>)[action.type];
  return step === undefined ? state : step(state, action.payload as Payload);
}
