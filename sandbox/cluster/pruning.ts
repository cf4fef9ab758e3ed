import { isObject } from './fields';
import type { Schema } from './structural';
import { childField, childOf } from './structural';

/** What an object that is embedded in another has beside its schema (apiextensions schema/pruning). */
const embeddedFields = ['apiVersion', 'kind', 'metadata'];

/**
 * A copy without the fields that the schema does not know, and with its defaults.
 * The names of the fields that were dropped are added to `unknown`.
 */
export function prune(schema: Schema, value: unknown, unknown: string[], field = ''): unknown {
  const { items } = schema;
  if (Array.isArray(value) && items !== undefined)
    return value.map((item, index) => prune(items, item, unknown, `${field}[${String(index)}]`));
  return isObject(value) ? pruneObject(schema, value, unknown, field) : value;
}

function keepsUnknown(schema: Schema, name: string): boolean {
  if (schema['x-kubernetes-preserve-unknown-fields'] === true || schema.additionalProperties === true)
    return true;
  return schema['x-kubernetes-embedded-resource'] === true && embeddedFields.includes(name);
}

function pruneObject(
  schema: Schema,
  value: Record<string, unknown>,
  unknown: string[],
  field: string,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, child] of Object.entries(value)) {
    const childSchema = childOf(schema, name);
    // A null in a field that may not be null counts as not given (apiextensions schema/defaulting).
    if (child === null && childSchema !== undefined && childSchema.nullable !== true) continue;
    if (childSchema !== undefined) kept[name] = prune(childSchema, child, unknown, childField(field, name));
    else if (keepsUnknown(schema, name)) kept[name] = child;
    else unknown.push(childField(field, name));
  }
  return { ...defaultsOf(schema, kept), ...kept };
}

/** The defaults of the fields that are not there, with the defaults within those. */
function defaultsOf({ properties = {} }: Schema, given: Record<string, unknown>): Record<string, unknown> {
  const absent = Object.entries(properties).filter(
    ([name, child]) => child.default !== undefined && given[name] === undefined,
  );
  return Object.fromEntries(
    absent.map(([name, child]) => [name, prune(child, structuredClone(child.default), [])]),
  );
}
