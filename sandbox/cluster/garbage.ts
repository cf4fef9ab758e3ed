import type { Cluster } from './cluster';
import { timestamp } from './cluster';
import { withoutFields } from './fields';
import type { StoredObject } from './definition';

/** The finalizer of an object that goes only after what it owns (metav1 FinalizerDeleteDependents). */
export const foregroundFinalizer = 'foregroundDeletion';
/** The finalizer of an object whose dependents are to stay (metav1 FinalizerOrphanDependents). */
export const orphanFinalizer = 'orphan';

const namespaces = '/namespaces';
const defaultGraceSeconds = 30;
/** Simulated milliseconds in which the garbage collector finds an object whose owner has been gone before it came. */
const absentOwnerDelay = 5_000;

/** Seconds that an object keeps after its deletion: pods that run on a node have a grace period, all else goes at once. */
export function graceOf(resource: string, { spec }: StoredObject, asked?: number): number {
  if (resource !== '/pods' || spec?.nodeName === undefined) return 0;
  const own = spec.terminationGracePeriodSeconds;
  return asked ?? (typeof own === 'number' ? own : defaultGraceSeconds);
}

/** An object with the marks of a deletion that somebody has to finish. */
export function markedForDeletion(cluster: Cluster, object: StoredObject, grace: number): StoredObject {
  const { generation } = object.metadata;
  return {
    ...object,
    ...(object.kind === 'Namespace' ? { status: { ...object.status, phase: 'Terminating' } } : {}),
    metadata: {
      ...object.metadata,
      deletionTimestamp: timestamp(cluster.clock, grace),
      deletionGracePeriodSeconds: grace,
      ...(generation === undefined ? {} : { generation: generation + 1 }),
    },
  };
}

/** Removes an object from the store, and in the background all that lived in it or that only it owned. */
export function takeAway(cluster: Cluster, resource: string, object: StoredObject): void {
  const { store } = cluster;
  const { uid, name, ownerReferences = [] } = object.metadata;
  store.remove(resource, object);
  // The pods of a namespace do not get their grace period here: no kubelet outlives its scenario.
  if (resource === namespaces) for (const [key, inside] of store.within(name)) store.remove(key, inside);
  for (const [key, dependent] of store.dependents(uid)) {
    const left = (dependent.metadata.ownerReferences ?? []).filter((owner) => owner.uid !== uid);
    if (left.length > 0) store.put(key, withOwners(dependent, left));
    else deleteDependent(cluster, key, dependent);
  }
  for (const owner of ownerReferences) finishForeground(cluster, owner.uid);
}

/** Does what the finalizers of the garbage collector wait for, on an object that was just marked. */
export function runCollector(cluster: Cluster, resource: string, object: StoredObject): void {
  const { store } = cluster;
  const { uid = '', finalizers = [] } = object.metadata;
  if (finalizers.includes(orphanFinalizer)) {
    for (const [key, dependent] of store.dependents(uid)) {
      const left = (dependent.metadata.ownerReferences ?? []).filter((owner) => owner.uid !== uid);
      store.put(key, withOwners(dependent, left));
    }
    dropFinalizer(cluster, resource, object, orphanFinalizer);
  } else if (finalizers.includes(foregroundFinalizer)) {
    for (const [key, dependent] of store.dependents(uid)) deleteDependent(cluster, key, dependent);
    finishForeground(cluster, uid);
  }
}

/** Sees to it that an object goes whose owners are all absent: its controller was late. */
export function collectLater(cluster: Cluster, resource: string, object: StoredObject): void {
  const { store, clock } = cluster;
  const { ownerReferences = [], namespace, name, uid } = object.metadata;
  const isOwned = (): boolean => ownerReferences.some((owner) => store.find(owner.uid) !== undefined);
  if (ownerReferences.length === 0 || isOwned()) return;
  clock.after(absentOwnerDelay, () => {
    const current = store.get(resource, namespace, name);
    if (current?.metadata.uid === uid && current !== undefined && !isOwned())
      deleteDependent(cluster, resource, current);
  });
}

function deleteDependent(cluster: Cluster, resource: string, object: StoredObject): void {
  const { deletionTimestamp, finalizers = [] } = object.metadata;
  const grace = graceOf(resource, object);
  if (finalizers.length === 0 && grace === 0) takeAway(cluster, resource, object);
  else if (deletionTimestamp === undefined)
    cluster.store.put(resource, markedForDeletion(cluster, object, grace));
}

function finishForeground(cluster: Cluster, uid: string): void {
  const [resource, owner] = cluster.store.find(uid) ?? [];
  if (resource === undefined || owner?.metadata.deletionTimestamp === undefined) return;
  if (owner.metadata.finalizers?.includes(foregroundFinalizer) !== true) return;
  if (cluster.store.dependents(uid).length === 0)
    dropFinalizer(cluster, resource, owner, foregroundFinalizer);
}

function dropFinalizer(cluster: Cluster, resource: string, object: StoredObject, finalizer: string): void {
  const finalizers = (object.metadata.finalizers ?? []).filter((one) => one !== finalizer);
  const freed = { ...object, metadata: { ...object.metadata, finalizers } };
  if (finalizers.length > 0) cluster.store.put(resource, freed);
  else takeAway(cluster, resource, { ...object, metadata: withoutFields(object.metadata, 'finalizers') });
}

function withOwners(
  object: StoredObject,
  ownerReferences: NonNullable<StoredObject['metadata']['ownerReferences']>,
): StoredObject {
  const metadata = withoutFields(object.metadata, 'ownerReferences');
  return {
    ...object,
    metadata: ownerReferences.length === 0 ? metadata : { ...metadata, ownerReferences },
  };
}
