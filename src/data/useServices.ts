import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';
import { serviceKind } from '../resources/kinds';
import type { Service } from '../resources/service';
import { listWatch } from './listWatch';
import { useWatchedList } from './useWatchedList';

/** The Services of a project. */
export interface Services {
  services: readonly Service[];
  /** Whether they are read, or cannot be. */
  settled: boolean;
}

/** Watches the Services of a project; none where they may not be read. */
export function useServices(namespace: string): Services {
  const watch = useMemo(() => listWatch(serviceKind, namespace), [namespace]);
  const { data, loaded, loadError } = useWatchedList<Service & K8sResourceCommon>(serviceKind, watch);
  return { services: data, settled: loaded || Boolean(loadError) };
}
