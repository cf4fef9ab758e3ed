import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';
import { podKind } from '../resources/kinds';
import type { Pod } from '../resources/pod';
import { useWatchedList } from './useWatchedList';

/** Watches the pods of a model's predictor by KServe's labels; empty while they cannot be read. */
export function useModelPods(namespace: string, name: string): readonly Pod[] {
  const watch = useMemo(
    () => ({
      groupVersionKind: { version: podKind.version, kind: podKind.kind },
      isList: true,
      namespaced: true,
      namespace,
      selector: { matchLabels: { 'serving.kserve.io/inferenceservice': name, component: 'predictor' } },
    }),
    [namespace, name],
  );
  return useWatchedList<Pod & K8sResourceCommon>(podKind, watch).data;
}
