import { isIPv4, isIPv6 } from 'node:net';
import type { Cause } from './failure';
import { isObject } from './fields';
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
  const text = JSON.stringify(value);
  if (schema.enum?.some((one) => JSON.stringify(one) === text) !== false) return [];
  const supported = schema.enum.map((one) => JSON.stringify(one)).join(', ');
  const message = `Unsupported value: ${text}: supported values: ${supported}`;
  return [{ reason: 'FieldValueNotSupported', message, field }];
}

const invalidValue = (value: unknown, field: string, rule: string): Cause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${JSON.stringify(value)}: ${field} in body ${rule}`,
  field,
});

/** How a number breaks its bounds, as the end of a sentence; undefined when it keeps them. */
function brokenBound(schema: Schema, value: number): string | undefined {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum, exclusiveMaximum } = schema;
  if (exclusiveMinimum === true && value === minimum) return `should be greater than ${String(minimum)}`;
  if (value < minimum) return `should be greater than or equal to ${String(minimum)}`;
  if (exclusiveMaximum === true && value === maximum) return `should be less than ${String(maximum)}`;
  return value > maximum ? `should be less than or equal to ${String(maximum)}` : undefined;
}

function numberCauses(schema: Schema, value: number, field: string): Cause[] {
  const { multipleOf = 0 } = schema;
  const bound = brokenBound(schema, value);
  const causes = bound === undefined ? [] : [invalidValue(value, field, bound)];
  if (multipleOf !== 0 && !Number.isInteger(value / multipleOf))
    causes.push(invalidValue(value, field, `should be a multiple of ${String(multipleOf)}`));
  return causes;
}

/** The formats that kube-apiserver checks and the sandbox's kinds use; it ignores int32 and formats it does not know. */
const formats: Record<string, { name: string; fits: (value: string) => boolean }> = {
  'date-time': {
    name: 'date-time',
    fits: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(value),
  },
  date: { name: 'date', fits: (value) => /^\d{4}-\d\d-\d\d$/.test(value) },
  uuid: { name: 'uuid', fits: (value) => /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i.test(value) },
  byte: { name: 'byte', fits: (value) => /^([\w+/-]{4})*([\w+/-]{2}==|[\w+/-]{3}=)?$/.test(value) },
  ipv4: { name: 'ipv4', fits: (value) => isIPv4(value) },
  ipv6: { name: 'ipv6', fits: (value) => isIPv6(value) },
  uri: { name: 'uri', fits: (value) => /^([a-z][a-z\d+.-]*:.|\/)/i.test(value) },
};

/** A Go regular expression; JavaScript has its leading flags elsewhere. */
function goPattern(pattern: string): RegExp {
  const [, start = '', flags = '', rest = pattern] = /^(\^?)\(\?([is]+)\)(.*)$/s.exec(pattern) ?? [];
  return new RegExp(start + rest, `u${flags}`);
}

/** Characters as Go counts them: code points. */
const charactersOf = (text: string): number => Array.from(text).length;

function textCauses({ minLength, pattern, format = '' }: Schema, value: string, field: string): Cause[] {
  const causes: Cause[] = [];
  const known = formats[format];
  if (known?.fits(value) === false) {
    const text = JSON.stringify(value);
    const message = `Invalid value: ${text}: ${field} in body must be of type ${known.name}: ${text}`;
    causes.push({ reason: 'FieldValueTypeInvalid', message, field });
  }
  if (minLength !== undefined && charactersOf(value) < minLength)
    causes.push(invalidValue(value, field, `should be at least ${String(minLength)} chars long`));
  if (pattern !== undefined && !goPattern(pattern).test(value))
    causes.push(invalidValue(value, field, `should match '${pattern}'`));
  return causes;
}

/** What is wrong with a number or a text of the right type: bounds, length, pattern, format. */
export function valueCauses(schema: Schema, value: unknown, field: string): Cause[] {
  if (typeof value === 'number') return numberCauses(schema, value, field);
  return typeof value === 'string' ? textCauses(schema, value, field) : [];
}

function itemCountCauses(
  { minItems = 0, maxItems = Infinity }: Schema,
  count: number,
  field: string,
): Cause[] {
  if (count < minItems) return [invalidValue(count, field, `should have at least ${String(minItems)} items`)];
  if (count <= maxItems) return [];
  const message = `Too many: ${String(count)}: must have at most ${String(maxItems)} items`;
  return [{ reason: 'FieldValueTooMany', message, field }];
}

function fieldCountCauses(schema: Schema, count: number, field: string): Cause[] {
  const { minProperties = 0, maxProperties = Infinity } = schema;
  if (count < minProperties)
    return [invalidValue(count, field, `should have at least ${String(minProperties)} properties`)];
  if (count <= maxProperties) return [];
  return [invalidValue(count, field, `should have at most ${String(maxProperties)} properties`)];
}

/** What is wrong with how many characters, items or fields a value has (field.TooLong, field.TooMany). */
export function sizeCauses(schema: Schema, value: unknown, field: string): Cause[] {
  if (Array.isArray(value)) return itemCountCauses(schema, value.length, field);
  if (isObject(value)) return fieldCountCauses(schema, Object.keys(value).length, field);
  const { maxLength = Infinity } = schema;
  if (typeof value !== 'string' || charactersOf(value) <= maxLength) return [];
  const message = `Too long: may not be more than ${String(maxLength)} bytes`;
  return [{ reason: 'FieldValueTooLong', message, field }];
}
