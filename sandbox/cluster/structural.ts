import { combinationCauses } from './combinedRules';
import type { Cause } from './failure';
import { isObject } from './fields';
import { listCauses } from './listRules';
import { enumCauses, sizeCauses, valueCauses, wrongType } from './valueRules';

/** A CRD's structural schema (apiextensions.k8s.io JSONSchemaProps), as far as it decides what is accepted. */
export interface Schema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  required?: string[];
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: boolean;
  exclusiveMaximum?: boolean;
  multipleOf?: number;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minProperties?: number;
  maxProperties?: number;
  pattern?: string;
  format?: string;
  default?: unknown;
  nullable?: boolean;
  description?: string;
  // Null where the YAML names the keyword and gives it nothing, as OpenShift's Route does.
  anyOf?: Schema[] | null;
  oneOf?: Schema[] | null;
  allOf?: Schema[] | null;
  not?: Schema | null;
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-embedded-resource'?: boolean;
  'x-kubernetes-list-type'?: string;
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-validations'?: { rule: string; message?: string }[];
}

/** The path of a field, as Kubernetes writes it. */
export const childField = (field: string, name: string): string => (field === '' ? name : `${field}.${name}`);

/** The schema of a field of an object; undefined for one that the schema does not describe. */
export function childOf({ properties = {}, additionalProperties }: Schema, name: string): Schema | undefined {
  if (Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/**
 * What is wrong with a value, worded as kube-apiserver words it; empty when it fits the schema. CEL rules are not run:
 * a Definition brings those of its CRD as code.
 */
export function validate(schema: Schema, value: unknown, field = ''): Cause[] {
  if (value === null && schema.nullable === true) return [];
  const mistyped = wrongType(schema, value, field);
  if (mistyped !== undefined) return [mistyped];
  const causes = [
    ...enumCauses(schema, value, field),
    ...valueCauses(schema, value, field),
    ...sizeCauses(schema, value, field),
    ...combinationCauses(schema, value, field, validate),
  ];
  if (Array.isArray(value)) causes.push(...itemCauses(schema, value, field));
  if (isObject(value)) causes.push(...objectCauses(schema, value, field));
  return causes;
}

function itemCauses(schema: Schema, value: readonly unknown[], field: string): Cause[] {
  const { items } = schema;
  if (items === undefined) return [];
  const causes = value.flatMap((item, index) => validate(items, item, `${field}[${String(index)}]`));
  return [...causes, ...listCauses(schema, value, field)];
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
