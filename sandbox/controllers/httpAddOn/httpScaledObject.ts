import { known } from '../../../src/resources/known';
import type { Kind } from '../../../src/resources/kinds';
import type { Condition, KubernetesObject } from '../../../src/resources/object';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import { ownerReference } from '../owner';

export const httpScaledObjectKind: Kind = {
  group: 'http.keda.sh',
  version: 'v1alpha1',
  kind: 'HTTPScaledObject',
  plural: 'httpscaledobjects',
};

/** http.keda.sh/v1alpha1 HTTPScaledObject, as far as the stand-ins look at it. */
export interface HttpScaledObject extends KubernetesObject {
  spec: {
    hosts?: string[];
    pathPrefixes?: string[];
    scaleTargetRef: {
      apiVersion?: string;
      kind?: string;
      name?: string;
      service: string;
      port?: number;
      portName?: string;
    };
    replicas?: { min?: number; max?: number };
    scaledownPeriod?: number;
    initialCooldownPeriod?: number;
    scalingMetric?: { concurrency?: { targetValue?: number } };
    timeouts?: { conditionWait?: string };
  };
  status?: { conditions?: Condition[]; targetWorkload?: string; targetService?: string };
}

/** Where the add-on's external scaler is, by its own namespace. */
const scalerAddress = 'keda-add-ons-http-external-scaler.openshift-keda:9090';
/** What the operator writes without being asked (http-add-on pkg/k8s/scaledobject.go). */
const pollingInterval = 15;
const defaultScaledownPeriod = 300;

/** The ScaledObject that the add-on's operator makes of it: of the same name, with the one trigger that counts requests. */
export function scaledObjectFor(object: HttpScaledObject): ScaledObject {
  const { name, namespace, labels, annotations } = object.metadata;
  const {
    scaleTargetRef,
    replicas,
    scaledownPeriod = defaultScaledownPeriod,
    initialCooldownPeriod,
  } = object.spec;
  const { apiVersion = 'apps/v1', kind = 'Deployment', name: target = '' } = scaleTargetRef;
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: known({ name, namespace, labels, annotations, ownerReferences: [ownerReference(object)] }),
    spec: known({
      scaleTargetRef: { apiVersion, kind, name: target },
      pollingInterval,
      cooldownPeriod: scaledownPeriod,
      initialCooldownPeriod,
      minReplicaCount: replicas?.min,
      maxReplicaCount: replicas?.max,
      advanced: { restoreToOriginalReplicaCount: true },
      triggers: [{ type: 'external-push', metadata: { scalerAddress, httpScaledObject: name } }],
    }),
  };
}

/** What the operator says of it, once its ScaledObject is there, or with why it is not. */
export function httpStatus(
  object: HttpScaledObject,
  now: string,
  refusal?: string,
): HttpScaledObject['status'] {
  const {
    apiVersion = 'apps/v1',
    kind = 'Deployment',
    name = '',
    service,
    port,
    portName,
  } = object.spec.scaleTargetRef;
  const [status, reason, message] =
    refusal === undefined
      ? (['True', 'AppScaledObjectCreated', 'App ScaledObject created'] as const)
      : (['False', 'ErrorCreatingAppScaledObject', refusal] as const);
  const before = object.status?.conditions?.find(({ type }) => type === 'Ready');
  const lastTransitionTime = before?.status === status ? before.lastTransitionTime : now;
  return {
    targetWorkload: `${apiVersion}/${kind}/${name}`,
    targetService: `${service}:${String(port ?? portName ?? '')}`,
    conditions: [
      {
        type: 'Ready',
        status,
        reason,
        message,
        ...(lastTransitionTime !== undefined && { lastTransitionTime }),
      },
    ],
  };
}
