import { randomUUID } from 'node:crypto';
import { admit } from './admission';
import type { Address, Cluster, WriteOptions } from './cluster';
import { timestamp } from './cluster';
import type { Definition, StoredObject } from './definition';
import { resourceKey } from './definition';
import { alreadyExists, badRequest, conflict, Failure, invalid, notFound } from './failure';
import { givenFields, withoutFields } from './fields';
import { collectLater } from './garbage';
import { managedFields } from './managedFields';
import { check, decode, shaped, tidyMetadata, withName } from './objectMeta';
import { patched } from './patch';
import { demandQuota } from './quota';
import { namedPatch } from './unknownFields';
import { update } from './update';

/** How often the real server applies a patch anew when somebody else has written meanwhile. */
const maxTries = 5;

/** Creates an object from a request body. Throws Failure. */
export async function create(
  cluster: Cluster,
  definition: Definition,
  namespace: string | undefined,
  body: unknown,
  options: WriteOptions,
): Promise<StoredObject> {
  const { store, clock, hooks } = cluster;
  const { user, manager, dryRun, warn } = options;
  const decoded = withName(decode(definition, body));
  demandNamespace(cluster, decoded, namespace);
  const read = shaped(definition, tidyMetadata(decoded), options);
  // Unknown fields are told of the status too, before it is dropped.
  const draft = definition.statusSubresource ? (withoutFields(read, 'status') as StoredObject) : read;
  const object = born(cluster, definition, namespace, draft);
  const admitted = await admit(hooks, { definition, operation: 'CREATE', object, user, dryRun, warn });
  // Nobody is told of fields that a webhook made up.
  const quiet = { ...withoutFields(options, 'applied'), fieldValidation: 'Ignore' } as const;
  const final = admitted === undefined ? object : shaped(definition, admitted, quiet);
  check(definition, final);
  const key = resourceKey(definition);
  if (key === '/pods') demandQuota(store, final);
  if (store.get(key, namespace, final.metadata.name) !== undefined)
    throw alreadyExists(definition.plural, definition.group, final.metadata.name);
  const { applied } = options;
  const writer = { manager, time: timestamp(clock), ...givenFields({ applied }) };
  const fields = managedFields(undefined, final, writer);
  const complete = { ...final, metadata: { ...final.metadata, managedFields: fields } };
  if (dryRun) return complete;
  const stored = store.put(key, complete);
  collectLater(cluster, key, stored);
  return stored;
}

function demandNamespace({ store }: Cluster, object: StoredObject, namespace: string | undefined): void {
  if (object.metadata.resourceVersion !== undefined && object.metadata.resourceVersion !== '')
    throw new Failure(500, '', 'resourceVersion should not be set on objects to be created');
  if (namespace !== undefined && store.get('/namespaces', undefined, namespace) === undefined)
    throw notFound('namespaces', '', namespace);
  demandSameNamespace(object, namespace);
}

function demandSameNamespace({ metadata }: StoredObject, namespace: string | undefined): void {
  const given = metadata.namespace ?? '';
  if (given !== '' && given !== namespace)
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
}

/** The object with the metadata that only the server gives. */
function born(
  { clock }: Cluster,
  definition: Definition,
  namespace: string | undefined,
  object: StoredObject,
): StoredObject {
  const metadata = withoutFields(
    object.metadata,
    'resourceVersion',
    'generation',
    'managedFields',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
  );
  const fresh: StoredObject = {
    ...object,
    metadata: {
      ...metadata,
      ...(namespace === undefined ? {} : { namespace }),
      uid: randomUUID(),
      creationTimestamp: timestamp(clock),
      ...(definition.generation ? { generation: 1 } : {}),
    },
  };
  return definition.birth?.(fresh) ?? fresh;
}

/** The object, or the 404 Failure. */
export function read(
  { store }: Cluster,
  definition: Definition,
  { namespace, name }: Pick<Address, 'namespace' | 'name'>,
): StoredObject {
  const object = store.get(resourceKey(definition), namespace, name);
  if (object === undefined) throw notFound(definition.plural, definition.group, name);
  return object;
}

/** Replaces an object (PUT). Throws Failure. */
export async function replace(
  cluster: Cluster,
  definition: Definition,
  address: Address,
  body: unknown,
  options: WriteOptions,
): Promise<StoredObject> {
  const next = decode(definition, body);
  if (next.metadata.name !== address.name) {
    throw badRequest(
      `the name of the object (${next.metadata.name}) does not match the name on the URL (${address.name})`,
    );
  }
  demandSameNamespace(next, address.namespace);
  return retried(cluster, definition, address, (current) => {
    if ((next.metadata.resourceVersion ?? '') === '' && definition.custom) {
      const message = 'Invalid value: 0: must be specified for an update';
      const cause = { reason: 'FieldValueInvalid', message, field: 'metadata.resourceVersion' };
      throw invalid(definition.plural, definition.group, address.name, [cause]);
    }
    return update(cluster, definition, current, next, options, address.subresource);
  });
}

/** Applies a patch. Throws Failure. */
export async function modify(
  cluster: Cluster,
  definition: Definition,
  address: Address,
  patch: { contentType: string; body: unknown },
  options: WriteOptions,
): Promise<StoredObject> {
  return retried(cluster, definition, address, (current) => {
    const outcome = patched(definition, current, patch.contentType, patch.body);
    const strict = options.fieldValidation === 'Strict';
    const named = strict ? { patch: namedPatch(patch.contentType, patch.body, outcome) } : {};
    const next = decode(definition, outcome);
    return update(cluster, definition, current, next, { ...options, ...named }, address.subresource);
  });
}

/** Tries on the latest object until nobody has written in between; a writer that names its version gets the 409. */
export async function retried(
  cluster: Cluster,
  definition: Definition,
  address: Address,
  attempt: (current: StoredObject) => Promise<StoredObject | undefined>,
): Promise<StoredObject> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const done = await attempt(read(cluster, definition, address));
    if (done !== undefined) return done;
  }
  throw conflict(definition.plural, definition.group, address.name);
}
