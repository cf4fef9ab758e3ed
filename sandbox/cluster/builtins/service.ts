import type { StoredObject } from '../definition';
import type { Cause } from '../failure';
import { isObject } from '../fields';

type Fields = Record<string, unknown>;

const portsOf = (spec: Fields): Fields[] => (Array.isArray(spec.ports) ? spec.ports.filter(isObject) : []);

/** An address of the Service network 172.30.0.0/16 (OpenShift's default), the same for the same Service. */
function clusterAddress({ namespace = '', name }: StoredObject['metadata']): string {
  let hash = 7;
  for (const character of `${namespace}/${name}`)
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_000;
  return `172.30.${String(hash >> 8)}.${String(hash & 255 || 1)}`;
}

/** Defaults of core/v1 Service (kubernetes pkg/apis/core/v1/defaults.go), with the address that the server allocates. */
export function defaultService(object: StoredObject): StoredObject {
  const given = object.spec ?? {};
  const type = given.type ?? 'ClusterIP';
  const ports = portsOf(given).map((port) => ({ protocol: 'TCP', targetPort: port.port, ...port }));
  const clusterIP = given.clusterIP ?? clusterAddress(object.metadata);
  const network =
    type === 'ExternalName'
      ? {}
      : { clusterIP, clusterIPs: [clusterIP], ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' };
  const spec = { sessionAffinity: 'None', internalTrafficPolicy: 'Cluster', ...network, ...given, type };
  return { ...object, spec: ports.length === 0 ? spec : { ...spec, ports } };
}

const wrong = (field: string, value: unknown, rule: string): Cause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${JSON.stringify(value)}: ${rule}`,
  field,
});

/** Checks of core/v1 Service (kubernetes pkg/apis/core/validation): a Service has ports, unless it is headless or a name. */
export function validateService({ spec = {} }: StoredObject): Cause[] {
  const ports = portsOf(spec);
  const needsPorts = spec.type !== 'ExternalName' && spec.clusterIP !== 'None';
  if (ports.length === 0 && needsPorts)
    return [{ reason: 'FieldValueRequired', message: 'Required value', field: 'spec.ports' }];
  return ports.flatMap(({ port, name }, index) => {
    const field = `spec.ports[${String(index)}]`;
    const isPort = Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536;
    const causes = isPort ? [] : [wrong(`${field}.port`, port, 'must be between 1 and 65535, inclusive')];
    // Several ports are told apart by their names.
    if (ports.length > 1 && name === undefined)
      causes.push({ reason: 'FieldValueRequired', message: 'Required value', field: `${field}.name` });
    return causes;
  });
}
