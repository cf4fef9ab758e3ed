import type { Kind } from '../../src/resources/kinds';
import { deploymentKind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { KubeClient } from '../client/kubeClient';
import { ApiError, pathOf } from '../client/kubeClient';

/** What the scale subresource says (autoscaling/v1 Scale). */
export interface Scale {
  /** Replicas that are wanted. */
  wanted: number;
  /** Replicas that exist, not ready ones included. */
  existing: number;
  /** The pods' label selector, "a=b,c=d". */
  selector: string;
  /** The object's version that it was read of. */
  version?: string;
}

/** What an update would make of the object, defaults and webhooks included; nothing is stored. */
export function dryRunUpdate<T extends KubernetesObject>(
  client: KubeClient,
  kind: Kind,
  object: T,
): Promise<T> {
  const { namespace, name } = object.metadata;
  return client.request<T>('PUT', `${pathOf(kind, namespace, name)}?dryRun=All`, object);
}

/** The scale of a Deployment. Throws ApiError 404 when there is none. */
export async function readScale(client: KubeClient, namespace: string, name: string): Promise<Scale> {
  const { metadata, spec, status } = await client.request<{
    metadata?: { resourceVersion?: string };
    spec?: { replicas?: number };
    status?: { replicas?: number; selector?: string };
  }>('GET', pathOf(deploymentKind, namespace, name, 'scale'));
  return {
    wanted: spec?.replicas ?? 0,
    existing: status?.replicas ?? 0,
    selector: status?.selector ?? '',
    ...(metadata?.resourceVersion !== undefined && { version: metadata.resourceVersion }),
  };
}

/** Sets the replicas of a Deployment through its scale subresource; with a version only if it still is of that one. */
export async function writeScale(
  client: KubeClient,
  namespace: string,
  name: string,
  replicas: number,
  version?: string,
): Promise<void> {
  const metadata = version === undefined ? {} : { metadata: { resourceVersion: version } };
  await client.mergePatch(deploymentKind, { namespace, name }, { ...metadata, spec: { replicas } }, 'scale');
}

/** Deletes a pod without a grace period, as its kubelet does at the end. */
export async function removeNow(
  client: KubeClient,
  kind: Kind,
  namespace: string,
  name: string,
): Promise<void> {
  try {
    await client.request('DELETE', pathOf(kind, namespace, name), { gracePeriodSeconds: 0 });
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 404)) throw error;
  }
}

/** Whether the error says that the server does not serve this kind at all, as opposed to one missing object. */
export function isMissingKind(error: unknown): boolean {
  return error instanceof ApiError && error.code === 404 && error.reason === '';
}
