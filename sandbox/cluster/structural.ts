import type { Cause } from './failure';
import { isObject } from './fields';
import { enumCauses, valueCauses, wrongType } from './valueRules';

/** The part of a CRD's structural schema that the server understands. */
export interface Schema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
  required?: string[];
  enum?: string[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  minLength?: number;
  pattern?: string;
  format?: string;
  default?: unknown;
  nullable?: boolean;
  description?: string;
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-validations'?: { rule: string; message: string }[];
}

const childField = (field: string, name: string): string => (field === '' ? name : `${field}.${name}`);

/** The schema of a field of an object; undefined for one that the schema does not name. */
const childOf = (schema: Schema, name: string): Schema | undefined =>
  (schema.properties !== undefined && Object.hasOwn(schema.properties, name)
    ? schema.properties[name]
    : undefined) ?? schema.additionalProperties;

/** What is wrong with a value, worded as kube-apiserver words it; empty when it fits the schema. */
export function validate(schema: Schema, value: unknown, field = ''): Cause[] {
  if (value === null && schema.nullable === true) return [];
  const mistyped = wrongType(schema, value, field);
  if (mistyped !== undefined) return [mistyped];
  const causes = [...enumCauses(schema, value, field), ...valueCauses(schema, value, field)];
  const { items } = schema;
  if (Array.isArray(value) && items !== undefined)
    causes.push(...value.flatMap((item, index) => validate(items, item, `${field}[${String(index)}]`)));
  if (isObject(value)) causes.push(...objectCauses(schema, value, field));
  return causes;
}

function objectCauses(schema: Schema, value: Record<string, unknown>, field: string): Cause[] {
  const missing = (schema.required ?? []).filter((name) => !(name in value));
  return [
    ...missing.map((name) => ({
      reason: 'FieldValueRequired',
      message: 'Required value',
      field: childField(field, name),
    })),
    ...Object.entries(value).flatMap(([name, child]) => {
      const childSchema = childOf(schema, name);
      return childSchema === undefined ? [] : validate(childSchema, child, childField(field, name));
    }),
  ];
}

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

function pruneObject(
  schema: Schema,
  value: Record<string, unknown>,
  unknown: string[],
  field: string,
): Record<string, unknown> {
  const open = schema['x-kubernetes-preserve-unknown-fields'] === true || schema.type !== 'object';
  const kept: Record<string, unknown> = {};
  for (const [name, child] of Object.entries(value)) {
    const childSchema = childOf(schema, name);
    // A null in a field that may not be null counts as not given (apiextensions schema/defaulting).
    if (child === null && childSchema !== undefined && childSchema.nullable !== true) continue;
    if (childSchema !== undefined) kept[name] = prune(childSchema, child, unknown, childField(field, name));
    else if (open) kept[name] = child;
    else unknown.push(childField(field, name));
  }
  return { ...defaultsOf(schema, kept), ...kept };
}

function defaultsOf({ properties = {} }: Schema, given: Record<string, unknown>): Record<string, unknown> {
  const absent = Object.entries(properties).filter(
    ([name, child]) => child.default !== undefined && given[name] === undefined,
  );
  return Object.fromEntries(absent.map(([name, child]) => [name, child.default]));
}
