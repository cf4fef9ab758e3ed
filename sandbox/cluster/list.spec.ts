import type { KubernetesObject } from '../../src/resources/object';
import { Store } from './store';
import type { Received, TestCluster } from './testCluster';
import { configMap, configMapKind, paths, pod, startTestCluster } from './testCluster';

interface List {
  items: KubernetesObject[];
  metadata: { continue?: string; remainingItemCount?: number; resourceVersion: string };
}

const namesOf = (list: List | Received['body']): string[] =>
  (list.items ?? []).map(({ metadata }) => metadata.name);

describe('lists', () => {
  let cluster: TestCluster;
  const list = async (path: string): Promise<List> =>
    (await cluster.send('GET', path)).body as unknown as List;

  /** Reads a collection page by page, as the console does. */
  async function pages(path: string, limit: number): Promise<List[]> {
    const read = [await list(`${path}?limit=${String(limit)}`)];
    for (let token = read[0]?.metadata.continue; token; token = read.at(-1)?.metadata.continue)
      read.push(await list(`${path}?limit=${String(limit)}&continue=${token}`));
    return read;
  }

  beforeAll(async () => {
    cluster = await startTestCluster();
    for (const name of ['a', 'llm-b'])
      await cluster.send('POST', '/api/v1/namespaces', { body: { metadata: { name } } });
    const writes = Array.from({ length: 25 }, (_, index) =>
      cluster.client.create(
        configMapKind,
        configMap(`c${String(index)}`, { labels: { odd: String(index % 2) } }),
      ),
    );
    await Promise.all(writes);
    for (const namespace of ['a', 'llm-b'])
      await cluster.client.create(configMapKind, configMap('c', { namespace }));
  });
  afterAll(() => cluster.close());

  it('gives each object once over its pages, in the order of names', async () => {
    const read = await pages(paths.configMaps, 10);
    expect(read.map(({ items }) => items.length)).toEqual([10, 10, 5]);
    expect(read.map(({ metadata }) => metadata.remainingItemCount)).toEqual([15, 5, undefined]);
    const names = read.flatMap(namesOf);
    expect(names).toEqual([...names].sort());
    expect(new Set(names).size).toBe(25);
  });

  it('goes over all namespaces, and keeps those with a common start apart', async () => {
    const read = await pages('/api/v1/configmaps', 7);
    const namespaces = read.flatMap(({ items }) => items.map(({ metadata }) => metadata.namespace));
    expect([...new Set(namespaces)].sort()).toEqual(['a', 'llm', 'llm-b']);
    expect(namespaces).toHaveLength(27);
  });

  it('keeps the version of the first page, and neither repeats nor drops what stays when others come and go', async () => {
    const first = await list(`${paths.configMaps}?limit=10`);
    await cluster.client.create(configMapKind, configMap('aaa'));
    await cluster.client.remove(configMapKind, 'llm', namesOf(first)[9] ?? '');
    const token = first.metadata.continue ?? '';
    const second = await list(`${paths.configMaps}?limit=10&continue=${token}`);
    expect(second.metadata.resourceVersion).toBe(first.metadata.resourceVersion);
    expect(namesOf(second).filter((name) => namesOf(first).includes(name))).toEqual([]);
    expect(namesOf(second)).toHaveLength(10);
    await cluster.client.remove(configMapKind, 'llm', 'aaa');
    await cluster.client.create(configMapKind, configMap(namesOf(first)[9] ?? '', { labels: { odd: '1' } }));
  });

  it('pages through a selection, whose rest it does not count', async () => {
    const first = await list(`${paths.configMaps}?limit=10&labelSelector=odd%3D0`);
    expect(first.items).toHaveLength(10);
    expect(first.metadata.continue).not.toBe('');
    expect(first.metadata.remainingItemCount).toBeUndefined();
  });

  it('refuses a continue token that it did not give', async () => {
    const { code, body } = await cluster.send('GET', `${paths.configMaps}?limit=1&continue=x`);
    expect({ code, reason: body.reason }).toEqual({ code: 400, reason: 'BadRequest' });
  });

  it.each([
    [paths.pods, 'spec.nodeName=node-1', ['p1', 'p2']],
    [paths.pods, 'spec.nodeName=', ['p3']],
    [paths.pods, 'status.phase=Running,spec.nodeName!=node-2', ['p1']],
    [paths.pods, 'metadata.name=p3', ['p3']],
    [paths.events, 'involvedObject.name=p1,involvedObject.kind=Pod', ['e1']],
    [paths.events, 'involvedObject.uid=u2', ['e2']],
    [paths.events, 'type!=Normal', ['e2']],
  ])('%s selects by %s', async (path, selector, names) => {
    for (const [name, node] of [
      ['p1', 'node-1'],
      ['p2', 'node-1'],
      ['p3', undefined],
    ] as const)
      await cluster.send('POST', paths.pods, { body: pod(name, node) });
    const body = { status: { phase: 'Running' } };
    const contentType = 'application/merge-patch+json';
    await cluster.send('PATCH', `${paths.pods}/p1/status`, { body, contentType });
    for (const [name, type, target, uid] of [
      ['e1', 'Normal', 'p1', 'u1'],
      ['e2', 'Warning', 'p2', 'u2'],
    ] as const) {
      const involvedObject = { kind: 'Pod', namespace: 'llm', name: target, uid };
      await cluster.send('POST', paths.events, { body: { metadata: { name }, type, involvedObject } });
    }
    const found = await list(`${path}?fieldSelector=${encodeURIComponent(selector)}`);
    expect(namesOf(found)).toEqual(names);
  });
});

describe('the store', () => {
  it('finds the pages of 10,000 objects without looking at those before', () => {
    const store = new Store();
    for (let index = 0; index < 10_000; index += 1) {
      const name = `pod-${String((index * 7919) % 10_000).padStart(5, '0')}`;
      store.put('/pods', { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'llm' } });
    }
    const after = store.list('/pods', 'llm', 'llm/pod-09989');
    expect(after.map(({ metadata }) => metadata.name)).toEqual(
      Array.from({ length: 10 }, (_, index) => `pod-${String(9_990 + index).padStart(5, '0')}`),
    );
    expect(store.list('/pods', 'other')).toEqual([]);
    expect(store.list('/pods')).toHaveLength(10_000);
  });
});
