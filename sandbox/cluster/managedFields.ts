import type { StoredObject } from './definition';
import { givenFields, isObject } from './fields';

/** fieldsV1: "f:spec": {"f:maxReplicaCount": {}}; a list is one field. */
export type FieldSet = Record<string, unknown>;

/** The fields in which `next` differs from `previous`, as fieldsV1. */
export function changedFields(previous: unknown, next: Record<string, unknown>): FieldSet {
  const set: FieldSet = {};
  for (const [name, value] of Object.entries(next)) {
    const before = isObject(previous) ? previous[name] : undefined;
    if (JSON.stringify(before) === JSON.stringify(value)) continue;
    set[`f:${name}`] = isObject(value) ? changedFields(before, value) : {};
  }
  return set;
}

function merge(a: FieldSet, b: FieldSet): FieldSet {
  const merged: FieldSet = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const known = merged[name];
    merged[name] = isObject(known) && isObject(value) ? merge(known, value) : value;
  }
  return merged;
}

/** Without the fields that somebody else has taken over. */
function without(set: FieldSet, taken: FieldSet): FieldSet {
  const rest: FieldSet = {};
  for (const [name, value] of Object.entries(set)) {
    const other = taken[name];
    if (other === undefined) rest[name] = value;
    else if (isObject(value) && isObject(other) && Object.keys(other).length > 0) {
      const left = without(value, other);
      if (Object.keys(left).length > 0) rest[name] = left;
    }
  }
  return rest;
}

/** The part of an object whose writers are told apart. */
export function tracked({ metadata, spec, status }: StoredObject): Record<string, unknown> {
  const { labels, annotations, finalizers } = metadata;
  const meta = givenFields({ labels, annotations, finalizers });
  return { ...(Object.keys(meta).length === 0 ? {} : { metadata: meta }), ...givenFields({ spec, status }) };
}

/**
 * metadata.managedFields after a write: one Update entry a manager and subresource with the fields it set last, and one
 * Apply entry with those that it applied. `time` is RFC 3339.
 */
export function managedFields(
  previous: StoredObject | undefined,
  next: StoredObject,
  writer: { manager: string; subresource?: string; time: string; applied?: StoredObject },
): Record<string, unknown>[] {
  const set = changedFields(previous === undefined ? undefined : tracked(previous), tracked(next));
  const entries = previous?.metadata.managedFields ?? [];
  const { applied } = writer;
  const own = applied === undefined ? undefined : changedFields(undefined, tracked(applied));
  if (own === undefined && Object.keys(set).length === 0) return entries;
  const operation = own === undefined ? 'Update' : 'Apply';
  const isMine = (entry: Record<string, unknown>): boolean =>
    entry.manager === writer.manager &&
    entry.operation === operation &&
    entry.subresource === writer.subresource;
  const mine = entries.find(isMine);
  const others = entries
    .filter((entry) => !isMine(entry))
    .map((entry) => ({ ...entry, fieldsV1: without(entry.fieldsV1 as FieldSet, set) }))
    .filter((entry) => Object.keys(entry.fieldsV1).length > 0);
  const updated = {
    manager: writer.manager,
    operation,
    apiVersion: next.apiVersion,
    time: writer.time,
    fieldsType: 'FieldsV1',
    fieldsV1: own ?? merge((mine?.fieldsV1 ?? {}) as FieldSet, set),
    ...(writer.subresource === undefined ? {} : { subresource: writer.subresource }),
  };
  return [...others, updated];
}
