import { isBuiltin, fieldErrors, valueErrors } from './builtinSchemas';
import { crdsFound } from '../../sandbox/cluster/schemas/realCrds';
import { crdErrors, sandboxCrdErrors } from './crdSchemas';
import type { Rendered } from './helm';

const service = (spec: object): Rendered => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 's' },
  spec,
});

const plugin = (spec: object): Rendered => ({
  apiVersion: 'console.openshift.io/v1',
  kind: 'ConsolePlugin',
  metadata: { name: 'p' },
  spec: { displayName: 'P', backend: { type: 'Service' }, ...spec },
});

describe("Kubernetes' schemas", () => {
  it('know their kinds', async () => {
    expect(await isBuiltin(service({}))).toBe(true);
    expect(await isBuiltin(plugin({}))).toBe(false);
  });

  it('find wrong values', async () => {
    expect(await valueErrors(service({ ports: [{ port: 80 }] }))).toEqual([]);
    expect(await valueErrors(service({ ports: [{ port: '80' }] }))).toEqual([
      expect.stringContaining('port'),
    ]);
  });

  it('find unknown fields', () => {
    expect(fieldErrors([service({ ports: [{ port: 80 }] })])).toEqual([]);
    expect(fieldErrors([service({ port: [{ port: 80 }] })])).toEqual([expect.stringContaining('"port"')]);
  });
});

(crdsFound ? describe : describe.skip)('the real CRDs', () => {
  it('have no word on kinds of Kubernetes', () => {
    expect(crdErrors(service({}))).toBeUndefined();
  });

  it.each([
    ['nothing', {}, []],
    ['an unknown field', { i18m: {} }, [expect.stringContaining('i18m')]],
    [
      'a value that is none of the list',
      { i18n: { loadType: 'Now' } },
      [expect.stringContaining('loadType')],
    ],
    ['a missing field', { backend: {} }, [expect.stringContaining('backend')]],
  ])('find %s', (_what, spec, found) => {
    expect(crdErrors(plugin(spec))).toEqual(found);
  });
});

describe("the sandbox's CRDs", () => {
  const trigger = { type: 'prometheus', metadata: { query: 'x', threshold: '2' } };
  const scaled = (spec: object): Rendered => ({
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 's' },
    spec: { scaleTargetRef: { name: 'd' }, triggers: [trigger], ...spec },
  });

  it.each([
    ['nothing', {}, []],
    ['an unknown field', { minReplica: 1 }, [expect.stringContaining('minReplica')]],
    ['a value of another type', { maxReplicaCount: '4' }, [expect.stringContaining('maxReplicaCount')]],
  ])('find %s', (_what, spec, found) => {
    expect(sandboxCrdErrors(scaled(spec))).toEqual(found);
  });
});
