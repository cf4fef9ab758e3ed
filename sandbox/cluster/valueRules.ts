import type { Cause } from './failure';
import type { Schema } from './structural';

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function matchesType(schema: Schema, name: string): boolean {
  if (schema['x-kubernetes-int-or-string'] === true) return name === 'integer' || name === 'string';
  if (schema.type === undefined) return true;
  if (schema.type === 'number') return name === 'number' || name === 'integer';
  return name === schema.type;
}

/** The cause when a value has another type than the schema's; undefined when it fits. */
export function wrongType(schema: Schema, value: unknown, field: string): Cause | undefined {
  const type = typeName(value);
  if (matchesType(schema, type)) return undefined;
  const name = JSON.stringify(type);
  const wanted = schema['x-kubernetes-int-or-string'] === true ? 'integer,string' : (schema.type ?? '');
  const message = `Invalid value: ${name}: ${field} in body must be of type ${wanted}: ${name}`;
  return { reason: 'FieldValueTypeInvalid', message, field };
}

/** The cause when a value is none of the schema's enum. */
export function enumCauses(schema: Schema, value: unknown, field: string): Cause[] {
  if (schema.enum === undefined || schema.enum.includes(String(value))) return [];
  const supported = schema.enum.map((one) => JSON.stringify(one)).join(', ');
  const message = `Unsupported value: ${JSON.stringify(value)}: supported values: ${supported}`;
  return [{ reason: 'FieldValueNotSupported', message, field }];
}

const invalidValue = (value: unknown, field: string, rule: string): Cause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${JSON.stringify(value)}: ${field} in body ${rule}`,
  field,
});

function numberCauses({ minimum, maximum }: Schema, value: number, field: string): Cause[] {
  const causes: Cause[] = [];
  if (minimum !== undefined && value < minimum)
    causes.push(invalidValue(value, field, `should be greater than or equal to ${String(minimum)}`));
  if (maximum !== undefined && value > maximum)
    causes.push(invalidValue(value, field, `should be less than or equal to ${String(maximum)}`));
  return causes;
}

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

function textCauses({ minLength, pattern, format }: Schema, value: string, field: string): Cause[] {
  const causes: Cause[] = [];
  if (format === 'date-time' && !rfc3339.test(value)) {
    const text = JSON.stringify(value);
    const message = `Invalid value: ${text}: ${field} in body must be of type date-time: ${text}`;
    causes.push({ reason: 'FieldValueTypeInvalid', message, field });
  }
  if (minLength !== undefined && value.length < minLength)
    causes.push(invalidValue(value, field, `should be at least ${String(minLength)} chars long`));
  if (pattern !== undefined && !new RegExp(pattern).test(value))
    causes.push(invalidValue(value, field, `should match '${pattern}'`));
  return causes;
}

/** What is wrong with a value of the right type: bounds, length, pattern, number of items. */
export function valueCauses(schema: Schema, value: unknown, field: string): Cause[] {
  if (typeof value === 'number') return numberCauses(schema, value, field);
  if (typeof value === 'string') return textCauses(schema, value, field);
  const { minItems } = schema;
  if (Array.isArray(value) && minItems !== undefined && value.length < minItems)
    return [invalidValue(value.length, field, `should have at least ${String(minItems)} items`)];
  return [];
}
