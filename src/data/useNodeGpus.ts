import { k8sListItems } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect, useState } from 'react';
import { nodeKind } from '../resources/kinds';
import { gpusOnNodes } from '../resources/node';
import type { Node } from '../resources/node';
import { consoleModel } from './consoleModel';
import { readErrorOf } from './readError';
import type { ReadError } from './readError';
import { useRight } from './useRight';

/** What the nodes say of their GPUs. */
export interface NodeGpus {
  /** Of all nodes together; undefined until they were read. */
  allocatable?: number;
  /** Why they could not be read. */
  problem?: ReadError;
}

const model = { ...consoleModel(nodeKind), namespaced: false };

async function readNodes(): Promise<NodeGpus> {
  try {
    const nodes = await k8sListItems<Node & K8sResourceCommon>({ model, queryParams: {} });
    return { allocatable: gpusOnNodes(nodes) };
  } catch (error) {
    return { problem: readErrorOf(nodeKind.plural, error, true) };
  }
}

/**
 * Reads the GPUs of all nodes from the Kubernetes API, where the user may list nodes: one request, for when Prometheus,
 * which knows them too, cannot be asked.
 */
export function useNodeGpus(): NodeGpus {
  const [gpus, setGpus] = useState<NodeGpus>({});
  const { state } = useRight('list', nodeKind, '');
  useEffect(() => {
    if (state !== 'allowed') return;
    let left = false;
    void readNodes().then((read) => {
      if (!left) setGpus(read);
    });
    return () => {
      left = true;
    };
  }, [state]);
  return gpus;
}
