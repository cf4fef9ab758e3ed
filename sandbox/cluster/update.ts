import { admit } from './admission';
import type { Cluster, WriteOptions } from './cluster';
import { timestamp } from './cluster';
import type { Definition, StoredObject } from './definition';
import { resourceKey } from './definition';
import { conflict, invalid, preconditionFailed } from './failure';
import { givenFields, withoutFields } from './fields';
import { takeAway } from './garbage';
import { managedFields } from './managedFields';
import { check, shaped, tidyMetadata } from './objectMeta';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Writes `next` over `current`: the status alone on /status, all but the status elsewhere. Returns the object as it
 * is now, or undefined when somebody else has written while webhooks were asked. Throws Failure.
 */
export async function update(
  cluster: Cluster,
  definition: Definition,
  current: StoredObject,
  next: StoredObject,
  options: WriteOptions,
  subresource?: string,
): Promise<StoredObject | undefined> {
  const { store, clock } = cluster;
  const { name, namespace } = current.metadata;
  demandSame(definition, current, next);
  const draft = shaped(definition, tidyMetadata(merged(definition, current, next, subresource)), options);
  const admitted = await asked(cluster, definition, current, draft, options, subresource);
  const object = keepIdentity(definition, current, admitted);
  check(definition, object, current);
  if (options.applied === undefined && same(unmanaged(object), unmanaged(current))) return current;
  const { manager, applied } = options;
  const writer = { manager, time: timestamp(clock), ...givenFields({ subresource, applied }) };
  const fields = managedFields(current, object, writer);
  const complete = { ...object, metadata: { ...object.metadata, managedFields: fields } };
  if (same(untimed(complete), untimed(current))) return current;
  if (options.dryRun) return complete;
  const key = resourceKey(definition);
  const latest = store.get(key, namespace, name);
  if (latest?.metadata.resourceVersion !== current.metadata.resourceVersion) return undefined;
  return settle(cluster, key, complete);
}

/** Webhooks are asked about the object, not about its subresources. */
async function asked(
  { hooks }: Cluster,
  definition: Definition,
  oldObject: StoredObject,
  object: StoredObject,
  { user, dryRun, warn }: WriteOptions,
  subresource?: string,
): Promise<StoredObject> {
  if (subresource !== undefined) return object;
  const request = { definition, operation: 'UPDATE', object, oldObject, user, dryRun, warn } as const;
  return (await admit(hooks, request)) ?? object;
}

const unmanaged = (object: StoredObject): unknown => ({
  ...object,
  metadata: withoutFields(object.metadata, 'managedFields'),
});

/** The object with its managed fields, but not when each was written. */
const untimed = (object: StoredObject): unknown => {
  const entries = object.metadata.managedFields ?? [];
  const managed = entries.map((entry) => withoutFields(entry, 'time'));
  return { ...object, metadata: { ...object.metadata, managedFields: managed } };
};

function demandSame({ plural, group, kind }: Definition, current: StoredObject, next: StoredObject): void {
  const { name, resourceVersion, uid } = current.metadata;
  const wanted = next.metadata;
  if (wanted.name !== name) {
    const message = `Invalid value: ${JSON.stringify(wanted.name)}: field is immutable`;
    throw invalid(kind, group, name, [{ reason: 'FieldValueInvalid', message, field: 'metadata.name' }]);
  }
  if (wanted.uid !== undefined && wanted.uid !== '' && wanted.uid !== uid)
    throw preconditionFailed(plural, group, name, 'UID', wanted.uid, uid ?? '');
  if ((wanted.resourceVersion ?? '') !== '' && wanted.resourceVersion !== resourceVersion)
    throw conflict(plural, group, name);
}

/** What the writer may change: the status alone on /status, all but the status elsewhere. */
function merged(
  definition: Definition,
  current: StoredObject,
  next: StoredObject,
  subresource?: string,
): StoredObject {
  if (subresource === 'status')
    return { ...withoutFields(current, 'status'), ...givenFields({ status: next.status }) } as StoredObject;
  if (!definition.statusSubresource) return next;
  return { ...withoutFields(next, 'status'), ...givenFields({ status: current.status }) } as StoredObject;
}

/** Fields that only the server sets; a change of anything but metadata and status counts as a new generation. */
function keepIdentity(definition: Definition, current: StoredObject, next: StoredObject): StoredObject {
  const { metadata } = current;
  const { uid, creationTimestamp, deletionTimestamp, deletionGracePeriodSeconds, resourceVersion } = metadata;
  const kept = givenFields({
    // A body that names no namespace means that of the URL.
    namespace: metadata.namespace,
    uid,
    creationTimestamp,
    deletionTimestamp,
    deletionGracePeriodSeconds,
    resourceVersion,
  });
  const content = (object: StoredObject): unknown =>
    definition.statusSubresource
      ? withoutFields(object, 'metadata', 'status')
      : withoutFields(object, 'metadata');
  const bump = same(content(current), content(next)) ? 0 : 1;
  const generation = definition.generation ? { generation: (metadata.generation ?? 1) + bump } : {};
  return { ...next, metadata: { ...next.metadata, ...kept, ...generation } };
}

/** The last finalizer's removal ends an object that waits for its deletion; a running pod ends with its kubelet. */
function settle(cluster: Cluster, key: string, object: StoredObject): StoredObject {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, finalizers = [] } = object.metadata;
  if (deletionTimestamp === undefined || finalizers.length > 0 || deletionGracePeriodSeconds > 0)
    return cluster.store.put(key, object);
  takeAway(cluster, key, object);
  return object;
}
