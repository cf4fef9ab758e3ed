import type { Deployment } from '../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import type { KubernetesObject } from '../../src/resources/object';
import type { Pod } from '../../src/resources/pod';

type Quantities = Record<string, string>;

/** core/v1 Node, what kube-state-metrics reads. */
export interface NodeObject extends KubernetesObject {
  status?: { capacity?: Quantities; allocatable?: Quantities };
}

/** core/v1 ResourceQuota. */
export interface QuotaObject extends KubernetesObject {
  status?: { hard?: Quantities; used?: Quantities };
}

/** The objects that kube-state-metrics follows here. */
export interface KubeObjects {
  deployments: readonly Deployment[];
  autoscalers: readonly HorizontalPodAutoscaler[];
  pods: readonly Pod[];
  nodes: readonly NodeObject[];
  quotas: readonly QuotaObject[];
}
