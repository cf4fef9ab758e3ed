import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';
import { podKind } from '../resources/kinds';
import type { Pod } from '../resources/pod';
import { listWatch } from './listWatch';
import { useWatchedList } from './useWatchedList';
import type { WatchedList } from './useWatchedList';

/** Watches the pods of a model's predictor by KServe's labels. */
export function useModelPods(namespace: string, name: string): WatchedList<Pod & K8sResourceCommon> {
  const watch = useMemo(
    () =>
      listWatch(podKind, namespace, {
        'serving.kserve.io/inferenceservice': name,
        component: 'predictor',
      }),
    [namespace, name],
  );
  return useWatchedList<Pod & K8sResourceCommon>(podKind, watch);
}
