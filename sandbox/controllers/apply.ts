import type { Kind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { KubeClient } from '../client/kubeClient';
import { dryRunUpdate } from './requests';
import { sameJson } from './json';

/** The object as it is in the cluster after the call, and whether the call changed it. */
export interface Applied<T> {
  object: T;
  changed: boolean;
}

const specOf = (object: KubernetesObject): unknown => (object as { spec?: unknown }).spec;

/**
 * Creates the object, or replaces it whole when the server would keep another spec than it has (a dry-run update
 * fills the defaults in first, as KServe's reconcilers do). Labels and annotations alone are no reason to write.
 * `updated` says what to write over an existing object. Throws ApiError, also for a webhook's refusal.
 */
export async function applySpec<T extends KubernetesObject>(
  client: KubeClient,
  kind: Kind,
  desired: T,
  updated: (existing: T) => T,
): Promise<Applied<T>> {
  const { namespace, name } = desired.metadata;
  const existing = await client.get<T>(kind, namespace, name);
  if (existing === undefined) return { object: await client.create(kind, desired), changed: true };
  const next = updated(existing);
  const { resourceVersion } = existing.metadata;
  const versioned = {
    ...next,
    metadata: { ...next.metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
  };
  const outcome = await dryRunUpdate(client, kind, versioned);
  if (sameJson(specOf(outcome), specOf(existing))) return { object: existing, changed: false };
  return { object: await client.update(kind, versioned), changed: true };
}
