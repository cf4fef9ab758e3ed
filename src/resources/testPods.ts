import type { KubernetesEvent } from './event';
import type { ObjectMeta } from './object';
import type { Pod } from './pod';

/** Builders of pods and events of the model llama in team-a, for specs. */
const namespace = 'team-a';
const created = '2026-01-01T00:00:00Z';

/** A pod of the predictor on a node, one GPU, with this status. */
export function aPod(status: Pod['status'] = { phase: 'Running' }, meta: Partial<ObjectMeta> = {}): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'llama-predictor-a1', namespace, creationTimestamp: created, ...meta },
    spec: {
      containers: [{ name: 'kserve-container', resources: { limits: { 'nvidia.com/gpu': '1' } } }],
      nodeName: 'gpu-1',
    },
    status,
  };
}

/** An event about the model's Deployment, seen once. */
export function anEvent(
  changes: Partial<KubernetesEvent> = {},
  meta: Partial<ObjectMeta> = {},
): KubernetesEvent {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'llama.1', namespace, ...meta },
    involvedObject: { apiVersion: 'apps/v1', kind: 'Deployment', namespace, name: 'llama-predictor' },
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: 'Scaled up replica set llama-predictor-abc from 1 to 2',
    count: 1,
    firstTimestamp: created,
    lastTimestamp: created,
    source: { component: 'deployment-controller' },
    ...changes,
  };
}
