import { Validator } from '@cfworker/json-schema';
import type { Schema } from '@cfworker/json-schema';
import { kedaCrds, kserveCrds, monitoringCrds } from '../../sandbox/cluster/crds';
import type { StoredObject } from '../../sandbox/cluster/definition';
import { isObject } from '../../sandbox/cluster/fields';
import { realCrds } from '../../sandbox/cluster/schemas/realCrds';
import type { Rendered } from './helm';

/** The fields of a CRD that are read here. */
interface CrdSpec {
  group: string;
  names: { kind: string };
  versions: { name: string; schema?: { openAPIV3Schema: { properties?: Record<string, unknown> } } }[];
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

const everyObject = {
  apiVersion: { type: 'string' },
  kind: { type: 'string' },
  metadata: { type: 'object' },
};

/** Judges an object by the CRD of its kind: what it finds wrong, or undefined when it has none. */
type CrdJudge = (object: Rendered) => string[] | undefined;

function judgeBy(crds: readonly StoredObject[]): CrdJudge {
  const validators = new Map<string, Validator>();
  for (const crd of crds) {
    const { group, names, versions } = crd.spec as unknown as CrdSpec;
    for (const { name, schema } of versions) {
      const { properties, ...rest } = schema?.openAPIV3Schema ?? {};
      // A structural schema may leave out what every object has.
      const whole = strict({ ...rest, properties: { ...everyObject, ...properties } });
      validators.set(`${group}/${name}/${names.kind}`, new Validator(whole as Schema, '7', false));
    }
  }
  return (object) =>
    validators
      .get(`${object.apiVersion}/${object.kind}`)
      ?.validate(object)
      .errors.filter(({ keyword }) => !echoes.includes(keyword))
      .map(({ instanceLocation, error }) => `${instanceLocation} ${error}`);
}

/** Read once, when it is asked for the first time. */
function lazily(crds: () => readonly StoredObject[]): CrdJudge {
  let judge: CrdJudge | undefined;
  return (object) => (judge ??= judgeBy(crds()))(object);
}

/** By the real CRDs, which are not always there (crdsFound). */
export const crdErrors = lazily(realCrds);

/** By the sandbox's own CRDs, which the real ones have judged; they know the fields that the product and the charts use. */
export const sandboxCrdErrors = lazily(() => [...kserveCrds, ...kedaCrds, ...monitoringCrds]);
