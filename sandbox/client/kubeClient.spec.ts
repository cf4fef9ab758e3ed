import { deploymentKind, podKind, scaledObjectKind } from '../../src/resources/kinds';
import type { TestCluster } from '../cluster/testCluster';
import { configMap, configMapKind, deployment, scaledObject, startTestCluster } from '../cluster/testCluster';
import { ApiError, createKubeClient, pathOf } from './kubeClient';

describe('paths', () => {
  it.each([
    [podKind, [undefined, undefined, undefined], '/api/v1/pods'],
    [podKind, ['llm', undefined, undefined], '/api/v1/namespaces/llm/pods'],
    [deploymentKind, ['llm', 'd', 'scale'], '/apis/apps/v1/namespaces/llm/deployments/d/scale'],
  ] as const)('%j %j', (kind, [namespace, name, subresource], path) => {
    expect(pathOf(kind, namespace, name, subresource)).toBe(path);
  });
});

describe('the client', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
    await cluster.client.create(configMapKind, configMap('a', { labels: { app: 'x' } }));
    await cluster.client.create(configMapKind, configMap('b'));
  });
  afterAll(() => cluster.close());

  it('gets, or says that there is nothing', async () => {
    expect(await cluster.client.get(configMapKind, 'llm', 'a')).toMatchObject({ metadata: { name: 'a' } });
    expect(await cluster.client.get(configMapKind, 'llm', 'none')).toBeUndefined();
  });

  it('lists objects that carry their kind, and the version to watch from', async () => {
    const { items, resourceVersion } = await cluster.client.list(configMapKind, 'llm', 'app=x');
    expect(items).toMatchObject([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }]);
    expect(Number(resourceVersion)).toBeGreaterThan(0);
  });

  it('writes by PUT, JSON patch and merge patch, and to subresources', async () => {
    const address = { namespace: 'llm', name: 'd' };
    await cluster.client.create(deploymentKind, deployment('d', 1));
    await cluster.client.jsonPatch(deploymentKind, address, [
      { op: 'replace', path: '/spec/replicas', value: 2 },
    ]);
    await cluster.client.mergePatch(deploymentKind, address, { status: { replicas: 2 } }, 'status');
    const read = await cluster.client.get(deploymentKind, 'llm', 'd');
    expect(read).toMatchObject({ spec: { replicas: 2 }, status: { replicas: 2 } });
    await cluster.client.update(deploymentKind, deployment('d', 3));
    expect(await cluster.client.get(deploymentKind, 'llm', 'd')).toMatchObject({ spec: { replicas: 3 } });
  });

  it('removes, also what is gone', async () => {
    await cluster.client.create(configMapKind, configMap('gone'));
    await cluster.client.remove(configMapKind, 'llm', 'gone');
    await cluster.client.remove(configMapKind, 'llm', 'gone');
    expect(await cluster.client.get(configMapKind, 'llm', 'gone')).toBeUndefined();
  });

  it.each([
    ['a duplicate', () => cluster.client.create(configMapKind, configMap('a')), 409, 'AlreadyExists'],
    [
      'an invalid object',
      () => cluster.client.create(scaledObjectKind, scaledObject('x', { triggers: [] })),
      422,
      'Invalid',
    ],
    [
      'no right',
      () => createKubeClient(cluster.url, 'viewer').list(configMapKind, 'elsewhere'),
      403,
      'Forbidden',
    ],
    [
      'a kind that is not served',
      () => cluster.client.list({ group: 'x.io', version: 'v1', kind: 'X', plural: 'xs' }),
      404,
      '',
    ],
  ])('throws the answer of the server: %s', async (_name, act, code, reason) => {
    const error: unknown = await act().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code, reason, message: expect.stringMatching(/\w/) as unknown });
  });

  it('throws the error of fetch when nobody answers', async () => {
    await expect(createKubeClient('http://127.0.0.1:1', 'admin').list(podKind)).rejects.toThrow(
      'fetch failed',
    );
  });
});
