import type { KubernetesObject } from '../../src/resources/object';
import { podKind } from '../../src/resources/kinds';
import type { TestCluster } from './testCluster';
import { configMap, configMapKind, paths, pod, scaledObject, startTestCluster } from './testCluster';
import { namespaceKind } from '../controllers/kinds';

const finalizers = ['example.com/wait'];

describe('deletion', () => {
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await startTestCluster();
  });
  afterEach(() => cluster.close());

  const names = async (): Promise<string[]> =>
    (await cluster.client.list(configMapKind, 'llm')).items.map(({ metadata }) => metadata.name);
  const remove = (name: string, body?: object) =>
    cluster.send('DELETE', `${paths.configMaps}/${name}`, { body });

  async function owned(
    name: string,
    owners: readonly KubernetesObject[],
    metadata: object = {},
  ): Promise<KubernetesObject> {
    const ownerReferences = owners.map((owner) => ({
      apiVersion: owner.apiVersion,
      kind: owner.kind,
      name: owner.metadata.name,
      uid: owner.metadata.uid ?? '',
    }));
    return cluster.client.create(configMapKind, configMap(name, { ...metadata, ownerReferences }));
  }

  it('takes what the deleted object owned, and what that owned', async () => {
    const parent = await owned('parent', []);
    const child = await owned('child', [parent]);
    await owned('grandchild', [child]);
    await owned('stranger', []);
    const { body } = await remove('parent');
    expect(body).toMatchObject({ kind: 'Status', status: 'Success', details: { uid: parent.metadata.uid } });
    expect(await names()).toEqual(['stranger']);
  });

  it('leaves what still has another owner, without the reference', async () => {
    const [one, two] = [await owned('one', []), await owned('two', [])];
    await owned('child', [one, two]);
    await remove('one');
    const child = await cluster.client.get(configMapKind, 'llm', 'child');
    expect(child?.metadata.ownerReferences?.map(({ name }) => name)).toEqual(['two']);
    await remove('two');
    expect(await names()).toEqual([]);
  });

  it('keeps an object until its last finalizer is gone', async () => {
    const parent = await owned('parent', [], { finalizers });
    await owned('child', [parent]);
    const { body } = await remove('parent');
    expect(body.metadata).toMatchObject({ name: 'parent', deletionTimestamp: expect.any(String) as unknown });
    expect(await names()).toEqual(['child', 'parent']);
    await cluster.client.mergePatch(
      configMapKind,
      { namespace: 'llm', name: 'parent' },
      { metadata: { finalizers: null } },
    );
    expect(await names()).toEqual([]);
  });

  it('only marks a dependent that has a finalizer', async () => {
    const parent = await owned('parent', []);
    await owned('child', [parent], { finalizers });
    await remove('parent');
    const child = await cluster.client.get(configMapKind, 'llm', 'child');
    expect(child?.metadata.deletionTimestamp).toEqual(expect.any(String));
  });

  it('deletes dependents first with Foreground', async () => {
    const parent = await owned('parent', []);
    await owned('child', [parent], { finalizers });
    const { body } = await remove('parent', { propagationPolicy: 'Foreground' });
    expect(body.metadata).toMatchObject({ finalizers: ['foregroundDeletion'] });
    expect(await names()).toEqual(['child', 'parent']);
    await cluster.client.mergePatch(
      configMapKind,
      { namespace: 'llm', name: 'child' },
      { metadata: { finalizers: [] } },
    );
    expect(await names()).toEqual([]);
  });

  it('leaves dependents with Orphan', async () => {
    const parent = await owned('parent', []);
    await owned('child', [parent]);
    await remove('parent', { propagationPolicy: 'Orphan' });
    expect(await names()).toEqual(['child']);
    const child = await cluster.client.get(configMapKind, 'llm', 'child');
    expect(child?.metadata).not.toHaveProperty('ownerReferences');
  });

  it('collects in time what came after its owner had gone', async () => {
    cluster.clock.setSpeed(30);
    const parent = await owned('parent', []);
    await remove('parent');
    await owned('late', [parent]);
    expect(await names()).toEqual(['late']);
    await new Promise((resolve) =>
      cluster.clock.after(6_000, () => {
        resolve(undefined);
      }),
    );
    expect(await names()).toEqual([]);
  });

  it.each([
    ['a pod without a node goes at once', undefined, {}, false],
    ['a pod on a node gets its grace period', 'node-1', {}, true],
    ['a pod on a node goes at once with grace 0', 'node-1', { gracePeriodSeconds: 0 }, false],
  ])('%s', async (_name, node, body, stays) => {
    await cluster.client.create(podKind, pod('p', node));
    const answer = await cluster.send('DELETE', `${paths.pods}/p`, { body });
    expect(answer.body.kind).toBe('Pod');
    const left = await cluster.client.get(podKind, 'llm', 'p');
    expect(left?.metadata.deletionTimestamp !== undefined).toBe(stays);
  });

  it('keeps a pod whose status changes while it ends, until its kubelet lets it go', async () => {
    await cluster.client.create(podKind, pod('p', 'node-1'));
    await cluster.send('DELETE', `${paths.pods}/p`);
    const address = { namespace: 'llm', name: 'p' };
    await cluster.client.mergePatch(podKind, address, { status: { phase: 'Succeeded' } }, 'status');
    expect(await cluster.client.get(podKind, 'llm', 'p')).toMatchObject({ status: { phase: 'Succeeded' } });
    await cluster.send('DELETE', `${paths.pods}/p?gracePeriodSeconds=0`);
    expect(await cluster.client.get(podKind, 'llm', 'p')).toBeUndefined();
  });

  it('gives pods of a deleted owner their grace period', async () => {
    const owner = await owned('owner', []);
    const { apiVersion, kind, metadata } = owner;
    const ownerReferences = [{ apiVersion, kind, name: metadata.name, uid: metadata.uid }];
    await cluster.client.create(podKind, pod('p', 'node-1', { ownerReferences }));
    await cluster.client.create(podKind, pod('q', undefined, { ownerReferences }));
    await remove('owner');
    const { items } = await cluster.client.list(podKind, 'llm');
    expect(items.map((item) => [item.metadata.name, item.metadata.deletionTimestamp])).toEqual([
      ['p', expect.any(String)],
    ]);
  });

  it.each([
    ['another uid', { preconditions: { uid: 'x' } }, 409],
    ['another version', { preconditions: { resourceVersion: '1' } }, 409],
    ['in a dry run', { dryRun: ['All'] }, 200],
  ])('does not delete: %s', async (_name, body, code) => {
    await owned('kept', []);
    expect((await remove('kept', body)).code).toBe(code);
    expect(await names()).toEqual(['kept']);
  });

  it('deletes a collection by its selector', async () => {
    await owned('a', [], { labels: { app: 'x' } });
    await owned('b', [], { labels: { app: 'x' } });
    await owned('c', []);
    await cluster.send('DELETE', `${paths.configMaps}?labelSelector=app%3Dx`);
    expect(await names()).toEqual(['c']);
  });

  it('empties a deleted namespace', async () => {
    await owned('a', []);
    const { body } = await cluster.send('DELETE', '/api/v1/namespaces/llm');
    expect(body.status).toEqual({ phase: 'Terminating' });
    expect(await names()).toEqual([]);
    expect(await cluster.client.get(namespaceKind, undefined, 'llm')).toBeUndefined();
  });

  it('takes the objects of a deleted CRD', async () => {
    await cluster.send('POST', paths.scaledObjects, { body: scaledObject('a') });
    const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    const { body: crd } = await cluster.send('GET', `${crds}/scaledobjects.keda.sh`);
    await cluster.send('DELETE', `${crds}/scaledobjects.keda.sh`);
    expect((await cluster.send('GET', paths.scaledObjects)).code).toBe(404);
    const { apiVersion, kind, spec } = crd;
    const again = { apiVersion, kind, metadata: { name: 'scaledobjects.keda.sh' }, spec };
    expect((await cluster.send('POST', crds, { body: again })).code).toBe(201);
    expect((await cluster.send('GET', paths.scaledObjects)).body.items).toEqual([]);
  });
});
