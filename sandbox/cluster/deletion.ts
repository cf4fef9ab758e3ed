import { admit } from './admission';
import type { Address, Cluster, WriteOptions } from './cluster';
import type { Definition, StoredObject } from './definition';
import { resourceKey } from './definition';
import { preconditionFailed } from './failure';
import {
  foregroundFinalizer,
  graceOf,
  markedForDeletion,
  orphanFinalizer,
  runCollector,
  takeAway,
} from './garbage';
import { read } from './operations';

/** What a DELETE asks for (metav1.DeleteOptions). */
export interface DeleteOptions {
  gracePeriodSeconds?: number;
  /** "Background", the default, "Foreground" or "Orphan". */
  propagationPolicy?: string;
  preconditions?: { uid?: string; resourceVersion?: string };
}

/** Kinds whose deletion the real server answers with the object (ReturnDeletedObject of their registry). */
const answeredWhole = new Set(['Pod', 'Service', 'ServiceAccount', 'ResourceQuota', 'Namespace']);

/** How a DELETE ended: the object as it was last, and whether the answer shows it. */
export interface Deletion {
  object: StoredObject;
  show: boolean;
}

const finalizerOf = (policy: string | undefined): string[] => {
  if (policy === 'Foreground') return [foregroundFinalizer];
  return policy === 'Orphan' ? [orphanFinalizer] : [];
};

/** Deletes an object. While finalizers hold it, or a pod has its grace period, it stays, marked. Throws Failure. */
export async function remove(
  cluster: Cluster,
  definition: Definition,
  address: Address,
  options: DeleteOptions,
  { user, dryRun, warn }: WriteOptions,
): Promise<Deletion> {
  const key = resourceKey(definition);
  const seen = read(cluster, definition, address);
  demand(definition, seen, options.preconditions);
  await admit(cluster.hooks, { definition, operation: 'DELETE', oldObject: seen, user, dryRun, warn });
  // A webhook takes its time: what counts is the object as it is now.
  const current = read(cluster, definition, address);
  const grace = graceOf(key, current, options.gracePeriodSeconds);
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, finalizers = [] } = current.metadata;
  const added = finalizerOf(options.propagationPolicy ?? definition.deletesAs);
  if (finalizers.length + added.length === 0 && grace === 0) {
    const gone = definition.kind === 'Namespace' ? markedForDeletion(cluster, current, 0) : current;
    if (!dryRun) takeAway(cluster, key, gone);
    return { object: gone, show: answeredWhole.has(definition.kind) };
  }
  if (deletionTimestamp !== undefined && grace >= deletionGracePeriodSeconds)
    return { object: current, show: true };
  const all = [...new Set([...finalizers, ...added])];
  const held =
    all.length === 0 ? current : { ...current, metadata: { ...current.metadata, finalizers: all } };
  const marked = markedForDeletion(cluster, held, grace);
  if (dryRun) return { object: marked, show: true };
  const object = cluster.store.put(key, marked);
  runCollector(cluster, key, object);
  return { object, show: true };
}

function demand(
  { plural, group }: Definition,
  { metadata }: StoredObject,
  { uid, resourceVersion }: NonNullable<DeleteOptions['preconditions']> = {},
): void {
  if (uid !== undefined && uid !== metadata.uid)
    throw preconditionFailed(plural, group, metadata.name, 'UID', uid, metadata.uid ?? '');
  if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion) {
    const actual = metadata.resourceVersion ?? '';
    throw preconditionFailed(plural, group, metadata.name, 'ResourceVersion', resourceVersion, actual);
  }
}
