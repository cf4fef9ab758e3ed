import type { FeatureState } from '@openshift-console/dynamic-plugin-sdk/lib/app/features';
import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import { Map } from 'immutable';
import { applyMiddleware, combineReducers, legacy_createStore } from 'redux';
import { thunk } from 'redux-thunk';
import type { K8sAction } from './k8sReducer';
import { k8sReducer } from './k8sReducer';

/** The action that sets feature flags. */
export function flagsDetected(flags: Record<string, boolean>): K8sAction {
  return { type: 'flagsDetected', payload: flags };
}

function flags(state: FeatureState = Map<string, boolean>(), action: K8sAction): FeatureState {
  return action.type === 'flagsDetected' ? state.merge(action.payload as Record<string, boolean>) : state;
}

/** The console's redux store, with the parts that the SDK reads: k8s, sdkCore, FLAGS. */
export function createStore(user: string) {
  const sdkCore = { user: { username: user, uid: '', groups: ['system:authenticated'] } };
  const store = legacy_createStore(
    combineReducers({ k8s: k8sReducer, sdkCore: (state: object = sdkCore) => state, FLAGS: flags }),
    undefined,
    applyMiddleware(thunk),
  );
  // The SDK's access reviews and requests read the state outside of React.
  storeHandler.setStore(store as unknown as Parameters<typeof storeHandler.setStore>[0]);
  return store;
}

/** The store that createStore makes. */
export type Store = ReturnType<typeof createStore>;
