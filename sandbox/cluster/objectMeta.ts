import { randomInt } from 'node:crypto';
import { withKnownFields } from './builtins/knownFields';
import type { Definition, StoredObject } from './definition';
import { apiVersionOf } from './definition';
import type { Cause } from './failure';
import { badRequest, invalid } from './failure';
import { isObject } from './fields';
import { metadataCauses, stringMapProblem } from './metadataRules';
import { prune } from './pruning';
import { validate } from './structural';
import type { UnknownFieldOptions } from './unknownFields';
import { tellUnknown } from './unknownFields';

/** Characters of generated names: no vowels, nothing that looks alike (apimachinery util/rand). */
const nameCharacters = 'bcdfghjklmnpqrstvwxz2456789';
const suffixLength = 5;

/** Reads a request body as an object of this kind; throws the Failure of the real server for another kind or version. */
export function decode(definition: Definition, body: unknown): StoredObject {
  if (!isObject(body)) throw badRequest('the object provided is unrecognized');
  const { kind = definition.kind, apiVersion = apiVersionOf(definition) } = body;
  const metadata = isObject(body.metadata) ? body.metadata : {};
  if (apiVersion !== apiVersionOf(definition)) {
    throw badRequest(
      `the API version in the data (${String(apiVersion)}) does not match the expected API version (${apiVersionOf(definition)})`,
    );
  }
  if (kind !== definition.kind) {
    const cause = {
      reason: 'FieldValueInvalid',
      message: `Invalid value: "${String(kind)}": must be ${definition.kind}`,
      field: 'kind',
    };
    const name = typeof metadata.name === 'string' ? metadata.name : '';
    if (definition.custom) throw invalid(String(kind), definition.group, name, [cause]);
    throw badRequest(`the object provided is unrecognized (must be of type ${definition.kind})`);
  }
  const problem = stringMapProblem(metadata);
  if (problem !== undefined) {
    throw badRequest(
      `${definition.kind} in version "${definition.version}" cannot be handled as a ${definition.kind}: ${problem}`,
    );
  }
  return { ...body, apiVersion, kind, metadata: { ...metadata, name: metadata.name ?? '' } } as StoredObject;
}

/** Makes up a name where only generateName is given. */
export function withName(object: StoredObject): StoredObject {
  const { generateName = '', name } = object.metadata;
  if (name !== '' || generateName === '') return object;
  const pick = (): string => nameCharacters.charAt(randomInt(nameCharacters.length));
  const suffix = Array.from({ length: suffixLength }, pick).join('');
  return { ...object, metadata: { ...object.metadata, name: `${generateName}${suffix}` } };
}

/** The object without empty maps and lists in its metadata: the real server does not keep those. */
export function tidyMetadata(object: StoredObject): StoredObject {
  const entries: [string, unknown][] = Object.entries(object.metadata);
  const kept = entries.filter(
    ([, value]) => value !== null && !(typeof value === 'object' && Object.keys(value).length === 0),
  );
  return { ...object, metadata: Object.fromEntries(kept) as unknown as StoredObject['metadata'] };
}

/** Errors after which the real server does not run CEL rules, and says so (apiextensions customresource strategy). */
const blocking = new Set(['FieldValueRequired', 'FieldValueTypeInvalid', 'FieldValueNotSupported']);
const notChecked: Cause = {
  reason: 'FieldValueInvalid',
  message:
    'Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
  field: '<nil>',
};

/** Throws 422 with all that is wrong with the object, or with its change from `current`. */
export function check(definition: Definition, object: StoredObject, current?: StoredObject): void {
  const causes = metadataCauses(object);
  if (definition.schema !== undefined) causes.push(...validate(definition.schema, object));
  causes.push(...(definition.validate?.(object) ?? []));
  if (current !== undefined) causes.push(...(definition.validateUpdate?.(object, current) ?? []));
  if (definition.rules !== undefined) {
    if (causes.some((cause) => blocking.has(cause.reason))) causes.push(notChecked);
    else causes.push(...definition.rules(object));
  }
  if (causes.length > 0) throw invalid(definition.kind, definition.group, object.metadata.name, causes);
}

/** The object with defaults and without unknown fields, which are told in a warning or in a Failure. */
export function shaped(
  definition: Definition,
  object: StoredObject,
  options: UnknownFieldOptions,
): StoredObject {
  const unknown: string[] = [];
  if (definition.schema === undefined) {
    const known = withKnownFields(definition, object, unknown);
    tellUnknown(definition, object, unknown, options);
    return definition.defaults?.(known) ?? known;
  }
  const { apiVersion, kind, metadata, ...rest } = object;
  const pruned = prune(definition.schema, rest, unknown) as Record<string, unknown>;
  tellUnknown(definition, object, unknown, options);
  return { apiVersion, kind, metadata, ...pruned };
}
