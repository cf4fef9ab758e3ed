import type { IncomingMessage } from 'node:http';
import { get } from 'node:http';
import { WebSocket } from 'ws';
import { startInformer } from '../client/informer';
import { linesOf } from '../client/lines';
import { printFigure } from '../figures';
import type { TestCluster } from './testCluster';
import { configMap, configMapKind, paths, startTestCluster, until } from './testCluster';

interface Seen {
  type: string;
  object: { metadata: { name: string; resourceVersion: string; annotations?: object } };
}

function follow({ url }: TestCluster, query: string): { events: Seen[]; stop(): void } {
  const events: Seen[] = [];
  const socket = new WebSocket(`${url.replace('http', 'ws')}${paths.configMaps}?watch=true&${query}`, {
    headers: { Authorization: 'Bearer admin' },
  });
  socket.on('message', (data: Buffer) => events.push(JSON.parse(data.toString()) as Seen));
  return {
    events,
    stop: () => {
      socket.close();
    },
  };
}

describe('watches', () => {
  let cluster: TestCluster;
  afterEach(() => cluster.close());

  it('two browsers see hundreds of changes a second, all of them and in the same order', async () => {
    cluster = await startTestCluster();
    const { resourceVersion } = await cluster.client.list(configMapKind, 'llm');
    const browsers = [1, 2].map(() => follow(cluster, `resourceVersion=${resourceVersion}`));
    const changes = 600;
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const began = Date.now();
    await Promise.all(
      names.map(async (name) => {
        await cluster.client.create(configMapKind, configMap(name));
        for (let index = 1; index < changes / names.length; index += 1)
          await cluster.client.mergePatch(
            configMapKind,
            { namespace: 'llm', name },
            { data: { count: String(index) } },
          );
      }),
    );
    await until(() => browsers.every(({ events }) => events.length === changes));
    const seconds = (Date.now() - began) / 1000;
    const versions = browsers.map(({ events }) =>
      events.map(({ object }) => Number(object.metadata.resourceVersion)),
    );
    expect(versions[0]).toEqual(versions[1]);
    expect(versions[0]).toEqual([...(versions[0] ?? [])].sort((a, b) => a - b));
    printFigure(
      'watch',
      `${String(Math.round(changes / seconds))} changes a second to two browsers, none lost`,
    );
    for (const { stop } of browsers) stop();
  }, 30_000);

  it('ends the watch of a reader that does not read, and goes on for the others', async () => {
    cluster = await startTestCluster({ slowReaderBytes: 4_000_000 });
    const { resourceVersion } = await cluster.client.list(configMapKind, 'llm');
    const query = `watch=true&resourceVersion=${resourceVersion}`;
    const stopped = await new Promise<IncomingMessage>((resolve) => {
      const headers = { Authorization: 'Bearer admin' };
      get(`${cluster.url}${paths.configMaps}?${query}`, { headers }, resolve);
    });
    // It is not read: what arrives waits in the socket, then in the server.
    stopped.pause();
    const other = follow(cluster, `resourceVersion=${resourceVersion}`);
    const data = { text: 'x'.repeat(1_000_000) };
    const written = 30;
    for (let index = 0; index < written; index += 1)
      await cluster.client.create(configMapKind, configMap(`big-${String(index)}`, {}, data));
    await until(() => other.events.length === written);
    other.stop();
    let read = 0;
    stopped.on('data', (chunk: Buffer) => (read += chunk.length));
    stopped.on('error', () => undefined);
    stopped.resume();
    await new Promise((resolve) => stopped.on('close', resolve));
    expect(read).toBeLessThan(written * data.text.length);
  }, 60_000);

  it('an informer lists anew after its resourceVersion has expired', async () => {
    cluster = await startTestCluster({ watchHistory: 5 });
    await cluster.client.create(configMapKind, configMap('first'));
    const response = await fetch(`${cluster.url}${paths.configMaps}?watch=true&resourceVersion=1`, {
      headers: { Authorization: 'Bearer admin' },
    });
    if (response.body === null) throw new Error('no body');
    for await (const line of linesOf(response.body))
      expect(JSON.parse(line)).toMatchObject({ type: 'ERROR', object: { code: 410, reason: 'Expired' } });
    const informer = startInformer(cluster.client, configMapKind, 'llm');
    await informer.ready;
    expect(informer.items().map(({ metadata }) => metadata.name)).toEqual(['first']);
    informer.stop();
  });

  describe('with sendInitialEvents', () => {
    const streaming = 'allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan';
    beforeEach(async () => {
      cluster = await startTestCluster();
      await cluster.client.create(configMapKind, configMap('a'));
    });

    it('true: all objects, then a bookmark that says so, then changes', async () => {
      const watch = follow(cluster, `sendInitialEvents=true&${streaming}`);
      await until(() => watch.events.length === 2);
      await cluster.client.create(configMapKind, configMap('b'));
      await until(() => watch.events.length === 3);
      expect(watch.events.map(({ type }) => type)).toEqual(['ADDED', 'BOOKMARK', 'ADDED']);
      expect(watch.events[1]?.object.metadata.annotations).toEqual({ 'k8s.io/initial-events-end': 'true' });
      watch.stop();
    });

    it('false: changes only', async () => {
      const watch = follow(cluster, `sendInitialEvents=false&${streaming}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await cluster.client.create(configMapKind, configMap('b'));
      await until(() => watch.events.length === 1);
      expect(watch.events.map(({ object }) => object.metadata.name)).toEqual(['b']);
      watch.stop();
    });

    it.each([
      ['watch=true&sendInitialEvents=true', 'resourceVersionMatch'],
      ['watch=true&sendInitialEvents=true&resourceVersionMatch=Exact', 'resourceVersionMatch'],
      ['watch=true&resourceVersionMatch=NotOlderThan', 'resourceVersionMatch'],
      ['sendInitialEvents=true', 'sendInitialEvents'],
      ['resourceVersionMatch=Exact', 'resourceVersionMatch'],
      ['resourceVersionMatch=Exact&resourceVersion=0', 'resourceVersionMatch'],
    ])('refuses %s', async (query, field) => {
      const answer = await cluster.send('GET', `${paths.configMaps}?${query}`);
      expect(answer).toMatchObject({
        code: 422,
        body: { reason: 'Invalid', details: { kind: 'ListOptions', causes: [{ field }] } },
      });
    });
  });
});
