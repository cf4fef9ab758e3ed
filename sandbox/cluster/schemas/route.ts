import type { StoredObject } from '../definition';
import type { Cause } from '../failure';
import { isObject } from '../fields';
import type { Schema } from '../structural';
import { shapes } from './shapes';

type Fields = Record<string, unknown>;

const shape = shapes.of('Route');
const empty: Schema = { maxLength: 0 };
const terminates = (termination: string): Schema => ({
  not: { properties: { termination: { enum: [termination] } } },
});

const { spec = {} } = shape.properties ?? {};
const { tls = {}, port = {} } = spec.properties ?? {};

/** route.openshift.io/v1 Route, with what its CRD says by anyOf and not (openshift/api route/v1). */
export const routeSchema: Schema = {
  ...shape,
  properties: {
    ...shape.properties,
    spec: {
      ...spec,
      allOf: [
        {
          anyOf: [
            { properties: { path: empty } },
            { properties: { tls: { enum: [null] } } },
            { not: { properties: { tls: { properties: { termination: { enum: ['passthrough'] } } } } } },
          ],
        },
        {
          anyOf: [
            { not: { properties: { host: empty } } },
            { not: { properties: { wildcardPolicy: { enum: ['Subdomain'] } } } },
          ],
        },
      ],
      properties: {
        ...spec.properties,
        port: {
          ...port,
          properties: {
            targetPort: {
              ...port.properties?.targetPort,
              allOf: [{ not: { enum: [0] } }, { not: { enum: [''] } }],
            },
          },
        },
        tls: {
          ...tls,
          allOf: [
            {
              anyOf: [
                {
                  properties: {
                    caCertificate: empty,
                    certificate: empty,
                    destinationCACertificate: empty,
                    key: empty,
                  },
                },
                terminates('passthrough'),
              ],
            },
            { anyOf: [{ properties: { destinationCACertificate: empty } }, terminates('edge')] },
          ],
        },
      },
    },
  },
};

const broken = (field: string, message: string): Cause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${message}`,
  field,
});

const reserved = new Set(['strict-transport-security', 'proxy', 'cookie', 'set-cookie']);
const templates = {
  request:
    /^(?:%(?:%|(?:\{[-+]?[QXE](?:,[-+]?[QXE])*\})?\[(?:req\.hdr\([0-9A-Za-z-]+\)|ssl_c_der)(?:,(?:lower|base64))*\])|[^%[\p{Cc}])+$/u,
  response:
    /^(?:%(?:%|(?:\{[-+]?[QXE](?:,[-+]?[QXE])*\})?\[(?:res\.hdr\([0-9A-Za-z-]+\)|ssl_c_der)(?:,(?:lower|base64))*\])|[^%[\p{Cc}])+$/u,
};

const unreadableHeader = (fetcher: string): string =>
  "Either the header value provided is not in correct format or the sample fetcher/converter specified is not allowed. The dynamic header value will be interpreted as an HAProxy format string as defined in http://cbonte.github.io/haproxy-dconv/2.6/configuration.html#8.2.6 and may use HAProxy's %[] syntax and otherwise must be a valid HTTP header value as defined in https://datatracker.ietf.org/doc/html/rfc7230#section-3.2. " +
  `Sample fetchers allowed are ${fetcher}, ssl_c_der. Converters allowed are lower, base64.`;

interface HeaderChange {
  name: string;
  action: { type: string; set?: { value: string } };
}

function headerCauses(direction: 'request' | 'response', changes: readonly HeaderChange[]): Cause[] {
  const list = `spec.httpHeaders.actions.${direction}`;
  const unreadable = changes.some(
    ({ action }) => action.type !== 'Delete' && !templates[direction].test(action.set?.value ?? ''),
  );
  return [
    ...(unreadable ? [broken(list, unreadableHeader(direction === 'request' ? 'req.hdr' : 'res.hdr'))] : []),
    ...changes.flatMap(({ name, action }, index) => {
      const field = `${list}[${String(index)}]`;
      const unset = (action.type === 'Set') !== (action.set !== undefined);
      return [
        ...(unset
          ? [broken(`${field}.action`, 'set is required when type is Set, and forbidden otherwise')]
          : []),
        ...(reserved.has(name.toLowerCase())
          ? [broken(`${field}.name`, `${name.toLowerCase()} header may not be modified via header actions`)]
          : []),
      ];
    }),
  ];
}

function tlsCauses({ tls, httpHeaders }: Fields): Cause[] {
  const secured = isObject(tls) ? tls : {};
  const through = secured.termination === 'passthrough';
  const twice = secured.certificate !== undefined && secured.externalCertificate !== undefined;
  const rules: [boolean, string, string][] = [
    [
      through && httpHeaders !== undefined,
      'spec',
      'header actions are not permitted when tls termination is passthrough.',
    ],
    [
      through && secured.insecureEdgeTerminationPolicy === 'Allow',
      'spec.tls',
      'cannot have both spec.tls.termination: passthrough and spec.tls.insecureEdgeTerminationPolicy: Allow',
    ],
    [twice, 'spec.tls', 'cannot have both spec.tls.certificate and spec.tls.externalCertificate'],
  ];
  return rules.flatMap(([breaks, field, message]) => (breaks ? [broken(field, message)] : []));
}

/** The CEL rules of Route. */
export function routeRules({ spec: given = {} }: StoredObject): Cause[] {
  const headers = given.httpHeaders as { actions?: Record<string, HeaderChange[] | undefined> } | undefined;
  return [
    ...tlsCauses(given),
    ...headerCauses('request', headers?.actions?.request ?? []),
    ...headerCauses('response', headers?.actions?.response ?? []),
  ];
}
