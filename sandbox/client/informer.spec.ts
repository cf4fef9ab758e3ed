import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scaledObjectKind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import { createClock } from '../clock';
import { startApiServer } from '../cluster/apiServer';
import { kedaCrds } from '../cluster/crds';
import type { TestCluster } from '../cluster/testCluster';
import { configMap, configMapKind, scaledObject, startTestCluster, until } from '../cluster/testCluster';
import { namespaceKind } from '../controllers/kinds';
import type { Informer } from './informer';
import { startInformer } from './informer';
import { createKubeClient } from './kubeClient';

const namesIn = (informer: Informer<KubernetesObject>): string[] =>
  informer.items().map(({ metadata }) => metadata.name);
const silent = (): void => undefined;

/** Informers that a test has started; one that fails must not keep them going. */
const started: Informer<KubernetesObject>[] = [];

/** Starts an informer that ends with its test. */
function start(...args: Parameters<typeof startInformer>): Informer<KubernetesObject> {
  const informer = startInformer(...args);
  started.push(informer);
  return informer;
}
afterEach(() => {
  for (const informer of started.splice(0)) informer.stop();
});

/** Notes each change as "ADDED name". */
function noted(informer: Informer<KubernetesObject>): string[] {
  const changes: string[] = [];
  informer.onChange((type, { metadata }) => changes.push(`${type} ${metadata.name}`));
  return changes;
}

describe('an informer of an API server', () => {
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await startTestCluster({ crds: [] });
  });
  afterEach(() => cluster.close());

  it('has the list when it is ready, and follows changes', async () => {
    await cluster.client.create(configMapKind, configMap('a'));
    const informer = start(cluster.client, configMapKind);
    await informer.ready;
    expect(namesIn(informer)).toEqual(['a']);
    const changes = noted(informer);
    await cluster.client.create(configMapKind, configMap('b'));
    await cluster.client.update(configMapKind, configMap('b', {}, { key: 'x' }));
    await cluster.client.remove(configMapKind, 'llm', 'a');
    await until(() => changes.length === 3);
    expect(changes).toEqual(['ADDED b', 'MODIFIED b', 'DELETED a']);
    expect(informer.get('llm', 'b')).toMatchObject({ data: { key: 'x' } });
    expect(informer.get('llm', 'a')).toBeUndefined();
  });

  it('keeps to its namespace', async () => {
    const other = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'other' } };
    await cluster.client.create(namespaceKind, other);
    const informer = start(cluster.client, configMapKind, 'llm');
    await informer.ready;
    await cluster.client.create(configMapKind, configMap('elsewhere', { namespace: 'other' }));
    await cluster.client.create(configMapKind, configMap('here'));
    await until(() => informer.items().length > 0);
    expect(namesIn(informer)).toEqual(['here']);
  });

  it('takes a kind that is not served as empty, and follows it when it comes', async () => {
    const informer = start(cluster.client, scaledObjectKind, undefined, silent);
    await informer.ready;
    expect(informer.items()).toEqual([]);
    for (const crd of kedaCrds)
      await cluster.send('POST', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', { body: crd });
    await cluster.client.create(scaledObjectKind, scaledObject('so'));
    await until(() => informer.items().length === 1);
  });

  it('goes on when a listener throws, and reports it', async () => {
    const reports: string[] = [];
    const informer = start(cluster.client, configMapKind, undefined, (text) => reports.push(text));
    informer.onChange(() => {
      throw new Error('broken');
    });
    const changes = noted(informer);
    await informer.ready;
    await cluster.client.create(configMapKind, configMap('a'));
    await until(() => changes.length === 1);
    expect(reports).toEqual(['A listener to configmaps failed on llm/a: broken']);
  });

  it('calls no listener after stop, nor one that was taken away', async () => {
    const informer = start(cluster.client, configMapKind);
    await informer.ready;
    const changes = noted(informer);
    const gone: string[] = [];
    informer.onChange((type) => gone.push(type))();
    await cluster.client.create(configMapKind, configMap('a'));
    await until(() => changes.length === 1);
    informer.stop();
    await cluster.client.create(configMapKind, configMap('b'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(changes).toEqual(['ADDED a']);
    expect(gone).toEqual([]);
  });
});

it('lists again when the server is replaced by another', async () => {
  const clock = createClock();
  const first = await startApiServer({ clock });
  const port = Number(new URL(first.url).port);
  const client = createKubeClient(first.url, 'admin');
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'llm' } };
  await client.create(namespaceKind, namespace);
  await client.create(configMapKind, configMap('old'));
  const informer = start(client, configMapKind, undefined, silent);
  await informer.ready;
  const changes = noted(informer);

  await first.close();
  const second = await startApiServer({ clock, port });
  try {
    await client.create(namespaceKind, namespace);
    await client.create(configMapKind, configMap('new'));
    await until(() => namesIn(informer).join() === 'new');
    expect([...changes].sort()).toEqual(['ADDED new', 'DELETED old']);
    await client.create(configMapKind, configMap('newer'));
    await until(() => informer.items().length === 2);
  } finally {
    informer.stop();
    clock.stop();
    await second.close();
  }
});

describe('an informer of a server that fails', () => {
  type Respond = (request: IncomingMessage, response: ServerResponse) => void;
  let respond: Respond;
  let url = '';
  const server = createServer((request, response) => {
    respond(request, response);
  });
  const listOf = (name: string, resourceVersion: string): string =>
    JSON.stringify({ metadata: { resourceVersion }, items: [configMap(name)] });
  const isWatch = (request: IncomingMessage): boolean => request.url?.includes('watch=true') === true;

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('lists again after 410 Expired', async () => {
    let lists = 0;
    respond = (request, response) => {
      if (isWatch(request) && lists === 1)
        response.end('{"type":"ERROR","object":{"code":410,"reason":"Expired"}}\n');
      else if (isWatch(request)) response.flushHeaders();
      else {
        lists += 1;
        response.end(listOf(`list-${String(lists)}`, String(lists)));
      }
    };
    const informer = start(createKubeClient(url, 'admin'), configMapKind);
    await until(() => namesIn(informer).join() === 'list-2');
    expect(lists).toBe(2);
  });

  it('ends its watch at stop', async () => {
    let closed = false;
    let watching = false;
    respond = (request, response) => {
      if (!isWatch(request)) {
        response.end(listOf('a', '1'));
        return;
      }
      watching = true;
      response.flushHeaders();
      response.on('close', () => {
        closed = true;
      });
    };
    const informer = start(createKubeClient(url, 'admin'), configMapKind);
    await until(() => watching);
    informer.stop();
    await until(() => closed);
    expect(closed).toBe(true);
  });

  it('reports once that it gets nowhere, and goes on when it can', async () => {
    const reports: string[] = [];
    let tries = 0;
    respond = (_request, response) => {
      tries += 1;
      response.writeHead(403);
      response.end('{"reason":"Forbidden","message":"not you"}');
    };
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance', 'Date'] });
    const informer = start(createKubeClient(url, 'admin'), configMapKind, undefined, (text) =>
      reports.push(text),
    );
    for (let round = 0; tries < 8 && round < 2_000; round += 1) {
      await jest.advanceTimersByTimeAsync(100);
      await new Promise((resolve) => setImmediate(resolve));
    }
    jest.useRealTimers();
    expect(tries).toBe(8);
    expect(reports).toEqual([`Cannot follow configmaps at ${url}, still trying: not you`]);
    informer.stop();
    await informer.ready;
  });
});
