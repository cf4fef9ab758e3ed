import type { Map as ImmutableMap } from 'immutable';
import type { K8sState } from './k8sReducer';
import { k8sReducer, modelsReceived } from './k8sReducer';

const id = 'apps~v1~Deployment';
const act = (state: K8sState | undefined, type: string, k8sObjects?: unknown): K8sState =>
  k8sReducer(state, { type, payload: { id, k8sObjects } });

const object = (resourceVersion: string, spec = 1) => ({
  metadata: { name: 'a', namespace: 'foo', uid: '1', resourceVersion },
  spec,
});

const get = (state: K8sState, key: string): unknown => state.getIn([id, key]);
const plain = (state: K8sState): unknown =>
  (get(state, 'data') as ImmutableMap<string, unknown> | undefined)?.toJS();

const initial = k8sReducer(undefined, { type: '@@init' });

describe('models', () => {
  it('are awaited, and known once they were received', () => {
    expect(initial.getIn(['RESOURCES', 'loaded'])).toBe(false);
    const model = { kind: 'Deployment' };
    const state = k8sReducer(initial, modelsReceived([{ reference: id, model }]));
    expect(state.getIn(['RESOURCES', 'loaded'])).toBe(true);
    expect(state.getIn(['RESOURCES', 'inFlight'])).toBe(false);
    expect(state.getIn(['RESOURCES', 'models', id])).toBe(model);
  });
});

describe('the watch of a list', () => {
  const started = act(initial, 'startWatchK8sList');
  const loaded = act(started, 'loaded', [object('5')]);

  it('starts empty and not loaded', () => {
    expect([get(started, 'loaded'), plain(started)]).toEqual([false, {}]);
  });

  it('holds the list, its further pages and the events', () => {
    const second = { metadata: { name: 'b', resourceVersion: '6' } };
    const paged = act(loaded, 'bulkAddToList', [second]);
    const changed = act(paged, 'updateListFromWS', [{ type: 'MODIFIED', object: object('7', 2) }]);
    expect(get(changed, 'loaded')).toBe(true);
    expect(plain(changed)).toEqual({ '(foo)-a': object('7', 2), b: second });
  });

  it('keeps what it has when an error comes, and forgets the error when it loads', () => {
    const error = new Error('gone');
    const failed = act(loaded, 'errored', error);
    expect([get(failed, 'loaded'), get(failed, 'loadError'), plain(failed)]).toEqual([
      true,
      error,
      { '(foo)-a': object('5') },
    ]);
    expect(get(act(failed, 'loaded', [object('5')]), 'loadError')).toBe('');
  });

  it('stays not loaded when the first answer is an error', () => {
    expect(get(act(started, 'errored', new Error('forbidden')), 'loaded')).toBe(false);
  });

  it('keeps its data when it starts again', () => {
    expect(act(loaded, 'startWatchK8sList')).toBe(loaded);
  });

  it('keeps its identity when nothing changed', () => {
    expect(act(loaded, 'updateListFromWS', [{ type: 'MODIFIED', object: object('9') }])).toBe(loaded);
  });

  it('takes no late answers after its end', () => {
    const stopped = act(loaded, 'stopWatchK8s');
    expect(stopped.has(id)).toBe(false);
    for (const type of ['loaded', 'bulkAddToList', 'updateListFromWS', 'errored', 'modifyObject']) {
      expect(act(stopped, type, [])).toBe(stopped);
    }
  });
});

describe('the watch of an object', () => {
  const started = act(initial, 'startWatchK8sObject');
  const loaded = act(started, 'modifyObject', object('5'));

  it('starts not loaded, and holds the object', () => {
    expect(get(started, 'loaded')).toBe(false);
    expect([get(loaded, 'loaded'), plain(loaded)]).toEqual([true, object('5')]);
  });

  it('takes a change, and keeps the object when only its version changed', () => {
    expect(plain(act(loaded, 'modifyObject', object('6', 2)))).toEqual(object('6', 2));
    expect(act(loaded, 'modifyObject', object('6'))).toBe(loaded);
  });
});

it('leaves the state as it is for actions of others', () => {
  expect(k8sReducer(initial, { type: 'filterList', payload: { id } })).toBe(initial);
});
