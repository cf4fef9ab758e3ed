import { parse } from 'yaml';
import type { Address, Cluster, WriteOptions } from './cluster';
import type { Definition, StoredObject } from './definition';
import { resourceKey } from './definition';
import type { Cause } from './failure';
import { badRequest, Failure, invalid } from './failure';
import { isObject } from './fields';
import type { FieldSet } from './managedFields';
import { changedFields, tracked } from './managedFields';
import { decode } from './objectMeta';
import { create, retried } from './operations';
import { strategicMerge } from './patch';
import { update } from './update';

/** The media type of server-side apply. */
export const applyType = 'application/apply-patch+yaml';

const managerRequired: Cause = {
  reason: 'FieldValueRequired',
  message: 'Required value: is required for apply patch',
  field: 'fieldManager',
};

function readConfiguration(definition: Definition, body: string, { namespace, name }: Address): StoredObject {
  let value: unknown;
  try {
    value = parse(body);
  } catch (error) {
    throw badRequest(`error decoding YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isObject(value) || value.apiVersion === undefined || value.kind === undefined)
    throw badRequest("couldn't get version/kind; the body of an apply names both");
  const configuration = decode(definition, value);
  const { metadata } = configuration;
  if (metadata.name !== '' && metadata.name !== name)
    throw badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
  if (metadata.managedFields !== undefined) throw badRequest('metadata.managedFields must be nil');
  const where = namespace === undefined ? {} : { namespace };
  return { ...configuration, metadata: { ...metadata, name, ...where } };
}

/** The fields of a set that both sets hold and in which the objects differ, as paths (".spec.replicas"). */
function contested(mine: FieldSet, theirs: FieldSet, wanted: unknown, current: unknown, path = ''): string[] {
  return Object.entries(mine).flatMap(([key, inner]) => {
    const other = theirs[key];
    if (!isObject(other)) return [];
    const name = key.slice(2);
    const [next, now] = [wanted, current].map((object) => (isObject(object) ? object[name] : undefined));
    if (isObject(inner) && Object.keys(inner).length > 0 && Object.keys(other).length > 0)
      return contested(inner, other, next, now, `${path}.${name}`);
    return JSON.stringify(next) === JSON.stringify(now) ? [] : [`${path}.${name}`];
  });
}

/** Throws the 409 of fields that somebody else has set to something else; fields of one's own are free to change. */
function demandNoConflict(configuration: StoredObject, current: StoredObject, manager: string): void {
  const mine = changedFields(undefined, tracked(configuration));
  const entries = current.metadata.managedFields ?? [];
  const causes = entries.flatMap((entry) => {
    if (entry.manager === manager && entry.operation === 'Apply') return [];
    const fields = contested(mine, entry.fieldsV1 as FieldSet, configuration, current);
    const message = `conflict with "${String(entry.manager)}" using ${String(entry.apiVersion)}`;
    return fields.map((field) => ({ reason: 'FieldManagerConflict', message, field }));
  });
  if (causes.length === 0) return;
  const list = causes.map(({ message, field }) => `${message}: ${field}`).join('\n');
  const count = `${String(causes.length)} conflict${causes.length === 1 ? '' : 's'}`;
  throw new Failure(409, 'Conflict', `Apply failed with ${count}: ${list}`, { causes });
}

/** The object without the fields of `gone` that nobody else holds and the configuration no longer names. */
function withoutAbandoned(object: unknown, gone: FieldSet, kept: readonly FieldSet[]): unknown {
  if (!isObject(object)) return object;
  const result = { ...object };
  for (const [key, inner] of Object.entries(gone)) {
    const name = key.slice(2);
    const others = kept.flatMap((set) => (isObject(set[key]) ? [set[key]] : []));
    if (others.length === 0) Reflect.deleteProperty(result, name);
    else if (isObject(inner) && Object.keys(inner).length > 0)
      result[name] = withoutAbandoned(result[name], inner, others);
  }
  return result;
}

function applied(configuration: StoredObject, current: StoredObject, manager: string): StoredObject {
  const entries = current.metadata.managedFields ?? [];
  const isMine = (entry: Record<string, unknown>): boolean =>
    entry.manager === manager && entry.operation === 'Apply';
  const before = (entries.find(isMine)?.fieldsV1 ?? {}) as FieldSet;
  const others = entries.filter((entry) => !isMine(entry)).map(({ fieldsV1 }) => fieldsV1 as FieldSet);
  const kept = [changedFields(undefined, tracked(configuration)), ...others];
  return strategicMerge(withoutAbandoned(current, before, kept), configuration) as StoredObject;
}

/**
 * Server-side apply: creates the object, or makes the fields of the configuration in the body the writer's own. Lists of
 * named items merge by name; ownership is told by whole lists. Throws Failure, 409 for fields of another manager unless
 * `force`. Returns the object and whether it is new.
 */
export async function applyConfiguration(
  cluster: Cluster,
  definition: Definition,
  address: Address,
  { body, manager, force }: { body: string; manager: string | null; force: boolean },
  options: WriteOptions,
): Promise<{ object: StoredObject; isNew: boolean }> {
  if (manager === null || manager === '') throw invalid('PatchOptions', 'meta.k8s.io', '', [managerRequired]);
  const configuration = readConfiguration(definition, body, address);
  const writer: WriteOptions = { ...options, manager, applied: configuration };
  const { namespace, name } = address;
  if (cluster.store.get(resourceKey(definition), namespace, name) === undefined)
    return { object: await create(cluster, definition, namespace, configuration, writer), isNew: true };
  const object = await retried(cluster, definition, address, (current) => {
    if (!force) demandNoConflict(configuration, current, manager);
    const next = decode(definition, applied(configuration, current, manager));
    return update(cluster, definition, current, next, writer, address.subresource);
  });
  return { object, isNew: false };
}
