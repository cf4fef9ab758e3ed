import { Validator } from '@cfworker/json-schema';
import { isObject } from '../fields';

type Fields = Record<string, unknown>;

const mapped = (value: unknown, change: (schema: Fields) => Fields): unknown =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, child]) => [name, change(child as Fields)]))
    : value;

/**
 * A structural schema as plain JSON schema, in which an unknown field is an error (fieldValidation=Strict). Written from
 * the documentation of CustomResourceDefinitions, and apart from what the API server does.
 */
function plain(schema: Fields): Fields {
  const { properties, items, additionalProperties, pattern, ...rest } = schema;
  const open = rest['x-kubernetes-preserve-unknown-fields'] === true || rest.type !== 'object';
  return {
    ...rest,
    ...(rest['x-kubernetes-int-or-string'] === true ? { type: ['integer', 'string'] } : {}),
    ...(properties === undefined ? {} : { properties: mapped(properties, plain) }),
    ...(items === undefined ? {} : { items: plain(items as Fields) }),
    ...(typeof pattern === 'string'
      ? { pattern: pattern.replace('(?i)(abort|warn)', '([Aa]bort|[Ww]arn)') }
      : {}),
    additionalProperties: isObject(additionalProperties) ? plain(additionalProperties) : open,
  };
}

/** Nulls in fields that may not be null count as not given. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, child]) => child !== null);
  return Object.fromEntries(entries.map(([name, child]) => [name, withoutNulls(child)]));
}

/** Whether a list of the kind "set" or "map" holds an item twice. */
function hasTwins(schema: Fields, value: unknown): boolean {
  if (Array.isArray(value)) {
    const keys = schema['x-kubernetes-list-map-keys'] as string[] | undefined;
    const told = schema['x-kubernetes-list-type'];
    const names = value.map((item: unknown) =>
      JSON.stringify(told === 'map' ? keys?.map((key) => (item as Fields)[key] ?? null) : item),
    );
    if ((told === 'map' || told === 'set') && new Set(names).size < names.length) return true;
    return value.some((item) => hasTwins((schema.items ?? {}) as Fields, item));
  }
  if (!isObject(value)) return false;
  const properties = (schema.properties ?? {}) as Record<string, Fields>;
  return Object.entries(value).some(([name, child]) => {
    const known = properties[name] ?? schema.additionalProperties;
    return isObject(known) && hasTwins(known, child);
  });
}

/** The value with the defaults of its fields, within those that are there. */
function filled(schema: Fields, value: unknown): unknown {
  const { items, properties, additionalProperties } = schema;
  if (Array.isArray(value)) return value.map((item) => filled((items ?? {}) as Fields, item));
  if (!isObject(value)) return value;
  const result: Fields = {};
  for (const [name, child] of Object.entries((properties ?? {}) as Record<string, Fields>)) {
    if ('default' in child) result[name] = filled(child, child.default);
  }
  for (const [name, child] of Object.entries(value)) {
    const known = (properties as Record<string, Fields> | undefined)?.[name] ?? additionalProperties;
    result[name] = isObject(known) ? filled(known, child) : child;
  }
  return result;
}

/** Whether something in the value, at any depth, is an object of this name for which `wrong` holds. */
function anywhere(value: unknown, name: string, wrong: (found: Fields) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item) => anywhere(item, name, wrong));
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([key, child]) => (key === name && isObject(child) && wrong(child)) || anywhere(child, name, wrong),
  );
}

const counted = (fields: Fields, ...names: string[]): number =>
  names.filter((name) => fields[name] !== undefined).length;

function breaksRoute(spec: Fields): boolean {
  const tls = isObject(spec.tls) ? spec.tls : {};
  const passes = tls.termination === 'passthrough';
  if (passes && (spec.httpHeaders !== undefined || tls.insecureEdgeTerminationPolicy === 'Allow'))
    return true;
  if (counted(tls, 'certificate', 'externalCertificate') === 2) return true;
  // The corpus has no value with a variable and no reserved name: what is left of the headers' rules.
  return anywhere(spec, 'action', (action) => (action.type === 'Set') !== isObject(action.set));
}

function breaksInterceptorRoute(spec: Fields): boolean {
  const twoBodies = (response: Fields): boolean => counted(response, 'body', 'bodyFromConfigMap') === 2;
  const notOnePort = (place: Fields): boolean => counted(place, 'port', 'portName') !== 1;
  return (
    anywhere(spec, 'response', twoBodies) ||
    anywhere(spec, 'coldStart', (one) => counted(one, 'fallback', 'placeholder') === 0) ||
    anywhere(spec, 'scalingMetric', (one) => counted(one, 'concurrency', 'requestRate') === 0) ||
    anywhere(spec, 'service', notOnePort) ||
    anywhere(spec, 'target', notOnePort)
  );
}

function breaksHttpScaledObject(spec: Fields): boolean {
  const notOnePort = (place: Fields): boolean => counted(place, 'port', 'portName') !== 1;
  return ['scaleTargetRef', 'coldStartTimeoutFailoverRef'].some((name) => anywhere(spec, name, notOnePort));
}

/** The CEL rules, for kinds of the sandbox that have some. */
function breaksRule(kind: string, content: Fields): boolean {
  const spec = isObject(content.spec) ? content.spec : {};
  if (kind === 'Route') return breaksRoute(spec);
  if (kind === 'InterceptorRoute') return breaksInterceptorRoute(spec);
  if (kind === 'HTTPScaledObject') return breaksHttpScaledObject(spec);
  const { minReplicaCount, maxReplicaCount = 100 } = spec;
  return kind === 'ScaledObject' && Number(minReplicaCount ?? 0) > Number(maxReplicaCount);
}

/** Says of objects of a kind whether a real API server that is asked to be strict would take them; `schema` is that of their content. */
export function createJudge(kind: string, schema: object): (content: Fields) => boolean {
  // A keyword without a value ("anyOf:" in the CRD of Route) says nothing.
  const judged = withoutNulls(schema) as Fields;
  const validator = new Validator(plain(judged), '4');
  return (content) => {
    const given = filled(judged, withoutNulls(content)) as Fields;
    return validator.validate(given).valid && !hasTwins(judged, given) && !breaksRule(kind, given);
  };
}
