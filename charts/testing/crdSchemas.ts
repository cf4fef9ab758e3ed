import { Validator } from '@cfworker/json-schema';
import type { Schema } from '@cfworker/json-schema';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { isObject } from '../../sandbox/cluster/fields';
import type { Rendered } from './helm';

/** The real CustomResourceDefinitions, where they lie beside the repository. */
const folder = path.join(__dirname, '../../../shared/crds');

/** Whether the real CustomResourceDefinitions are there. */
export const crdsFound = existsSync(folder);

interface Crd {
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string; schema: { openAPIV3Schema: Record<string, unknown> } }[];
  };
}

/** Where a schema holds schemas of fields, and where it holds schemas of values in any number. */
const strictMap = (schemas: unknown): unknown =>
  isObject(schemas)
    ? Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, strict(schema)]))
    : schemas;

/**
 * A structural schema of a CRD as JSON schema, in which an unknown field is an error, as with fieldValidation=Strict.
 * CEL rules (x-kubernetes-validations) are not judged.
 */
function strict(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  // A keyword without a value ("anyOf:" in the CRD of Route) says nothing.
  const said = Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== null));
  const { nullable, type, 'x-kubernetes-int-or-string': intOrString, ...rest } = said;
  const open =
    rest['x-kubernetes-preserve-unknown-fields'] === true ||
    rest.additionalProperties !== undefined ||
    rest.properties === undefined;
  const judged = {
    ...rest,
    ...(type === undefined || intOrString === true ? {} : { type }),
    ...(intOrString === true ? { type: ['integer', 'string'] } : {}),
    properties: strictMap(rest.properties ?? {}),
    ...(rest.items === undefined ? {} : { items: strict(rest.items) }),
    additionalProperties: rest.additionalProperties === undefined ? open : strict(rest.additionalProperties),
  };
  return nullable === true ? { anyOf: [{ type: 'null' }, judged] } : judged;
}

/** Keywords whose errors repeat one further inside, or come with one. */
const echoes = ['properties', 'items', 'anyOf', 'false'];

const validators = new Map<string, Validator>();

function load(): void {
  if (validators.size > 0 || !crdsFound) return;
  for (const file of readdirSync(folder)) {
    const { spec } = parse(readFileSync(path.join(folder, file), 'utf8')) as Crd;
    for (const { name, schema } of spec.versions)
      validators.set(
        `${spec.group}/${name}/${spec.names.kind}`,
        new Validator(strict(schema.openAPIV3Schema) as Schema, '7', false),
      );
  }
}

/** What the real CRD finds wrong with an object; undefined when its kind is none of them. */
export function crdErrors(object: Rendered): string[] | undefined {
  load();
  const validator = validators.get(`${object.apiVersion}/${object.kind}`);
  return validator
    ?.validate(object)
    .errors.filter(({ keyword }) => !echoes.includes(keyword))
    .map(({ instanceLocation, error }) => `${instanceLocation} ${error}`);
}
