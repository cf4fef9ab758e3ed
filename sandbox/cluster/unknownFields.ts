import type { WriteOptions } from './cluster';
import type { Definition, StoredObject } from './definition';
import { apiVersionOf } from './definition';
import { Failure, invalid } from './failure';
import { isObject } from './fields';

/** A value as Go prints it with %+v. */
function goPrint(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(goPrint).join(' ')}]`;
  if (!isObject(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `map[${fields.map(([name, child]) => `${name}:${goPrint(child)}`).join(' ')}]`;
}

/** Server-side apply knows no leniency: what it applies must be in the schema (structured-merge-diff typed). */
function notDeclared(
  definition: Definition,
  { metadata }: StoredObject,
  unknown: readonly string[],
): Failure {
  const object = `${metadata.namespace ?? ''}/${metadata.name}; ${apiVersionOf(definition)}, Kind=${definition.kind}`;
  const errors = unknown.map((field) => `.${field}: field not declared in schema`);
  const list =
    errors.length === 1 ? errors.join() : ['errors:', ...errors.map((one) => `  ${one}`)].join('\n');
  return new Failure(500, '', `failed to create typed patch object (${object}): ${list}`);
}

/** How a patch is named in the refusal of what it makes: a strategic one itself, others by their outcome. */
export function namedPatch(contentType: string, patch: unknown, outcome: unknown): string {
  return contentType.startsWith('application/strategic') ? goPrint(patch) : JSON.stringify(outcome);
}

/** Warns of unknown fields, or throws the Failure of the real server, as the request wants it. */
export function tellUnknown(
  definition: Definition,
  object: StoredObject,
  unknown: readonly string[],
  { fieldValidation, warn, applied, patch }: UnknownFieldOptions,
): void {
  if (unknown.length === 0) return;
  if (applied !== undefined) throw notDeclared(definition, object, unknown);
  const problems = unknown.map((field) => `unknown field "${field}"`);
  if (fieldValidation === 'Warn') problems.forEach(warn);
  if (fieldValidation !== 'Strict') return;
  const found = `strict decoding error: ${problems.join(', ')}`;
  if (patch !== undefined) {
    const message = `Invalid value: ${JSON.stringify(patch)}: ${found}`;
    throw invalid('', '', '', [{ reason: 'FieldValueInvalid', message, field: 'patch' }]);
  }
  const { kind, version } = definition;
  throw new Failure(
    400,
    'BadRequest',
    `${kind} in version "${version}" cannot be handled as a ${kind}: ${found}`,
  );
}

/** What of a write decides about unknown fields. */
export type UnknownFieldOptions = Pick<WriteOptions, 'fieldValidation' | 'warn' | 'applied' | 'patch'>;
