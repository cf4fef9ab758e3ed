import type { StoredObject } from './definition';
import type { Cause } from './failure';
import { isObject } from './fields';

const nameRule =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const nameLimit = 253;
const nameShape = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const keyRule =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const keyShape = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const valueRule =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const valueShape = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const partLimit = 63;

const wrong = (field: string, value: string, rule: string): Cause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${JSON.stringify(value)}: ${rule}`,
  field,
});

function nameCauses({ name }: StoredObject['metadata']): Cause[] {
  if (name === '') {
    const message = 'Required value: name or generateName is required';
    return [{ reason: 'FieldValueRequired', message, field: 'metadata.name' }];
  }
  if (nameShape.test(name) && name.length <= nameLimit) return [];
  return [wrong('metadata.name', name, nameRule)];
}

function keyCauses(field: string, key: string): Cause[] {
  const part = key.slice(key.indexOf('/') + 1);
  const causes: Cause[] = [];
  if (!keyShape.test(part)) causes.push(wrong(field, key, keyRule));
  if (part.length > partLimit) causes.push(wrong(field, key, 'name part must be no more than 63 bytes'));
  return causes;
}

function labelValueCauses(value: string): Cause[] {
  const causes: Cause[] = [];
  if (value.length > partLimit) causes.push(wrong('metadata.labels', value, 'must be no more than 63 bytes'));
  if (!valueShape.test(value)) causes.push(wrong('metadata.labels', value, valueRule));
  return causes;
}

/** What is wrong with an object's name, labels and annotations (apimachinery api/validation). */
export function metadataCauses({ metadata }: StoredObject): Cause[] {
  return [
    ...nameCauses(metadata),
    ...Object.entries(metadata.labels ?? {}).flatMap(([key, value]) => [
      ...keyCauses('metadata.labels', key),
      ...labelValueCauses(value),
    ]),
    ...Object.keys(metadata.annotations ?? {}).flatMap((key) => keyCauses('metadata.annotations', key)),
  ];
}

const goTypes: Record<string, string> = { boolean: 'bool', number: 'number' };

/** Why labels or annotations cannot be read as maps of strings, as Go's decoder says it; undefined when they can. */
export function stringMapProblem(metadata: Record<string, unknown>): string | undefined {
  for (const name of ['labels', 'annotations']) {
    const map = metadata[name];
    const values = isObject(map) ? Object.values(map) : [];
    const stray = values.find((value) => typeof value !== 'string' && value !== null);
    if (stray === undefined) continue;
    const type = goTypes[typeof stray] ?? (Array.isArray(stray) ? 'array' : 'object');
    return `json: cannot unmarshal ${type} into Go struct field ObjectMeta.metadata.${name} of type string`;
  }
  return undefined;
}
