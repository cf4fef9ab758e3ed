import type { StoredObject } from '../definition';
import { isObject } from '../fields';
import { httpScaledObjectRules } from './httpScaledObject';
import { interceptorRouteRules } from './interceptorRoute';
import { crdsFound, realCrd } from './realCrds';
import { routeRules } from './route';
import { scaledObjectRules } from './scaledObject';

type Rules = (object: StoredObject) => { field: string; message: string }[];

const reserved = (name: string): string => `${name} header may not be modified via header actions`;
const header = 'spec.httpHeaders.actions';
const set = { type: 'Set', set: { value: 'x' } };
const changes = (direction: string, name: string, action: object = set): object => ({
  httpHeaders: { actions: { [direction]: [{ name, action }] } },
});
const needsSet = 'set is required when type is Set, and forbidden otherwise';
const unreadable = 'Either the header value provided is not in correct format';
const onePort = "exactly one of 'port' or 'portName' must be set";
const eitherPort = "must define either the 'portName' or the 'port'";
const oneBody = "at most one of 'body' or 'bodyFromConfigMap' may be set";
const bodies = { response: { body: 'x', bodyFromConfigMap: {} } };

/** A spec that breaks one rule, the field that is named, and how the rule's message begins. */
type Case = [spec: object, field: string, message: string];

const headerCases = (direction: string): Case[] => [
  [
    changes(direction, 'a', { type: 'Set', set: { value: '%[env(PATH)]' } }),
    `${header}.${direction}`,
    unreadable,
  ],
  [
    changes(direction, 'a', { type: 'Delete', set: { value: 'x' } }),
    `${header}.${direction}[0].action`,
    needsSet,
  ],
  ...['strict-transport-security', 'proxy', 'cookie', 'set-cookie'].map((name): Case => [
    changes(direction, name.toUpperCase()),
    `${header}.${direction}[0].name`,
    reserved(name),
  ]),
];

const kinds: [kind: string, group: string, plural: string, rules: Rules, cases: Case[]][] = [
  [
    'ScaledObject',
    'keda.sh',
    'scaledobjects',
    scaledObjectRules,
    [[{ minReplicaCount: 101 }, 'spec', 'minReplicaCount must be less than or equal to maxReplicaCount']],
  ],
  [
    'InterceptorRoute',
    'http.keda.sh',
    'interceptorroutes',
    interceptorRouteRules,
    [
      [{ target: {} }, 'spec.target', onePort],
      [
        { scalingMetric: {} },
        'spec.scalingMetric',
        "at least one of 'concurrency' or 'requestRate' must be set",
      ],
      [{ coldStart: {} }, 'spec.coldStart', "at least one of 'fallback' or 'placeholder' must be set"],
      [
        { coldStart: { fallback: { service: { port: 1, portName: 'a' } } } },
        'spec.coldStart.fallback.service',
        onePort,
      ],
      [{ coldStart: { placeholder: bodies } }, 'spec.coldStart.placeholder.response', oneBody],
      [{ staticRoutes: [bodies] }, 'spec.staticRoutes[0].response', oneBody],
    ],
  ],
  [
    'HTTPScaledObject',
    'http.keda.sh',
    'httpscaledobjects',
    httpScaledObjectRules,
    [
      [{ scaleTargetRef: {} }, 'spec.scaleTargetRef', eitherPort],
      [
        { coldStartTimeoutFailoverRef: { port: 1, portName: 'a' } },
        'spec.coldStartTimeoutFailoverRef',
        eitherPort,
      ],
    ],
  ],
  [
    'Route',
    'route.openshift.io',
    'routes',
    routeRules,
    [
      [
        { tls: { termination: 'passthrough' }, httpHeaders: {} },
        'spec',
        'header actions are not permitted when tls termination is passthrough.',
      ],
      [
        { tls: { termination: 'passthrough', insecureEdgeTerminationPolicy: 'Allow' } },
        'spec.tls',
        'cannot have both spec.tls.termination: passthrough and spec.tls.insecureEdgeTerminationPolicy: Allow',
      ],
      [
        { tls: { certificate: 'a', externalCertificate: {} } },
        'spec.tls',
        'cannot have both spec.tls.certificate and spec.tls.externalCertificate',
      ],
      ...headerCases('request'),
      ...headerCases('response'),
    ],
  ],
];

/** The messages of all CEL rules within a schema, with the path of the field that each is a rule of. */
function rulesOf(schema: unknown, path = ''): string[] {
  if (!isObject(schema)) return [];
  const own = (schema['x-kubernetes-validations'] ?? []) as { message: string }[];
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  return [
    ...own.map(({ message }) => `${path}: ${message}`),
    ...properties.flatMap(([name, child]) => rulesOf(child, path === '' ? name : `${path}.${name}`)),
    ...rulesOf(schema.items, `${path}[0]`),
  ];
}

describe.each(kinds)('the CEL rules of %s', (kind, group, _plural, rules, cases) => {
  it.each(cases.map(([spec, field, message]) => [field, message, spec] as const))(
    '%s: %s',
    (field, message, spec) => {
      const object: StoredObject = { apiVersion: group, kind, metadata: { name: 'x' }, spec: { ...spec } };
      expect(rules(object)).toEqual([
        {
          reason: 'FieldValueInvalid',
          field,
          message: expect.stringContaining(`Invalid value: ${message}`) as unknown,
        },
      ]);
    },
  );
});

(crdsFound ? describe : describe.skip)('beside the real CRDs', () => {
  it.each(kinds)('the CEL rules of %s are all there', (kind, group, plural, rules, cases) => {
    const { versions } = realCrd(group, plural).spec as unknown as {
      versions: { schema: { openAPIV3Schema: unknown } }[];
    };
    const real = versions.flatMap(({ schema }) => rulesOf(schema.openAPIV3Schema)).toSorted();
    const ours = cases.flatMap(([spec]) =>
      rules({ apiVersion: group, kind, metadata: { name: 'x' }, spec: { ...spec } }).map(
        ({ field, message }) => `${field}: ${message.replace(/^Invalid value: /, '')}`,
      ),
    );
    expect(ours.toSorted()).toEqual(real);
  });
});
