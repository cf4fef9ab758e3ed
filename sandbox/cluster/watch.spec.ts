import { WebSocket } from 'ws';
import { linesOf } from '../client/lines';
import type { TestCluster } from './testCluster';
import { configMap, configMapKind, paths, startTestCluster, until } from './testCluster';

interface Event {
  type: string;
  object: { code?: number; metadata: { name: string; resourceVersion: string; labels?: object } };
}

interface Watch {
  events: Event[];
  /** Resolves when the server has ended the watch. */
  ended: Promise<void>;
  stop(): void;
}

const brief = ({ type, object }: Event): string => `${type} ${object.metadata.name}`;

/** Follows a watch over HTTP. */
function overHttp({ url }: TestCluster, query: string): Watch {
  const events: Event[] = [];
  const abort = new AbortController();
  const follow = async (): Promise<void> => {
    const response = await fetch(`${url}${paths.configMaps}?watch=true&${query}`, {
      headers: { Authorization: 'Bearer admin' },
      signal: abort.signal,
    });
    if (response.body === null) throw new Error('no body');
    for await (const line of linesOf(response.body)) events.push(JSON.parse(line) as Event);
  };
  const ended = follow().catch((error: unknown) => {
    if (!abort.signal.aborted) throw error;
  });
  const stop = (): void => {
    abort.abort();
  };
  return { events, ended, stop };
}

/** Follows a watch over a WebSocket, as the console does. */
function overWebSocket({ url }: TestCluster, query: string): Watch {
  const events: Event[] = [];
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}${paths.configMaps}?watch=true&${query}`,
    ['base64.binary.k8s.io'],
    { headers: { Authorization: 'Bearer admin' } },
  );
  socket.on('message', (data: Buffer) => events.push(JSON.parse(data.toString()) as Event));
  const ended = new Promise<void>((resolve, reject) => {
    socket.on('close', () => {
      resolve();
    });
    socket.on('error', reject);
  });
  const stop = (): void => {
    socket.close();
  };
  return { events, ended, stop };
}

describe.each([
  ['HTTP', overHttp],
  ['WebSocket', overWebSocket],
])('a watch over %s', (_name, open) => {
  let cluster: TestCluster;
  let version = '';
  const write = async (name: string, labels: Record<string, string> = {}): Promise<void> => {
    await cluster.client.create(configMapKind, configMap(name, { labels }));
  };
  const relabel = (name: string, app: string | null): Promise<unknown> =>
    cluster.client.mergePatch(configMapKind, { namespace: 'llm', name }, { metadata: { labels: { app } } });

  beforeEach(async () => {
    cluster = await startTestCluster({ watchHistory: 10 });
    version = (await cluster.client.list(configMapKind, 'llm')).resourceVersion;
  });
  afterEach(() => cluster.close());

  it('replays what happened since the list, then goes on', async () => {
    await write('early');
    const watch = open(cluster, `resourceVersion=${version}`);
    await until(() => watch.events.length === 1);
    await relabel('early', 'a');
    await cluster.client.remove(configMapKind, 'llm', 'early');
    await until(() => watch.events.length === 3);
    expect(watch.events.map(brief)).toEqual(['ADDED early', 'MODIFIED early', 'DELETED early']);
    const versions = watch.events.map(({ object }) => Number(object.metadata.resourceVersion));
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    watch.stop();
    await watch.ended;
  });

  it('starts with all objects when it names no resourceVersion', async () => {
    await write('b');
    await write('a');
    const watch = open(cluster, '');
    await until(() => watch.events.length === 2);
    expect(watch.events.map(brief)).toEqual(['ADDED a', 'ADDED b']);
    watch.stop();
    await watch.ended;
  });

  it('answers 410 Expired to a resourceVersion that is too old, and ends', async () => {
    for (let index = 0; index < 30; index += 1) await write(`x${String(index)}`);
    const watch = open(cluster, `resourceVersion=${version}`);
    await watch.ended;
    expect(watch.events.map(({ type, object }) => [type, object.code])).toEqual([['ERROR', 410]]);
  });

  it('answers 410 Expired to a resourceVersion of a server before it', async () => {
    const watch = open(cluster, 'resourceVersion=5');
    await watch.ended;
    expect(watch.events.map(({ type, object }) => [type, object.code])).toEqual([['ERROR', 410]]);
  });

  it('tells of objects that come into and leave its selector', async () => {
    await write('one', { app: 'other' });
    const watch = open(cluster, `resourceVersion=${version}&labelSelector=app%3Dmine`);
    await relabel('one', 'mine');
    await until(() => watch.events.length === 1);
    await cluster.client.mergePatch(configMapKind, { namespace: 'llm', name: 'one' }, { data: { key: 'x' } });
    await relabel('one', 'other');
    await relabel('one', null);
    await relabel('one', 'mine');
    await until(() => watch.events.length === 4);
    expect(watch.events.map(brief)).toEqual(['ADDED one', 'MODIFIED one', 'DELETED one', 'ADDED one']);
    // The last that the selector selected, as the real server shows it.
    expect(watch.events[2]?.object.metadata.labels).toEqual({ app: 'mine' });
    watch.stop();
    await watch.ended;
  });

  it('follows one object by its name', async () => {
    const watch = open(cluster, `resourceVersion=${version}&fieldSelector=metadata.name%3Dtwo`);
    await write('one');
    await write('two');
    await until(() => watch.events.length === 1);
    expect(watch.events.map(brief)).toEqual(['ADDED two']);
    watch.stop();
    await watch.ended;
  });

  it('ends after timeoutSeconds', async () => {
    const watch = open(cluster, `resourceVersion=${version}&timeoutSeconds=0.05`);
    await watch.ended;
    expect(watch.events).toEqual([]);
  });
});

describe('a watch that is refused', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(() => cluster.close());

  it.each([
    ['without the right', 'nobody', '', 403],
    ['with a selector that cannot be read', 'admin', '&labelSelector=a%20b', 400],
  ])('%s', async (_name, user, query, code) => {
    const path = `${paths.configMaps}?watch=true${query}`;
    expect((await cluster.send('GET', path, { user })).code).toBe(code);
    const socket = new WebSocket(cluster.url.replace('http', 'ws') + path, {
      headers: { Authorization: `Bearer ${user}` },
    });
    const refused = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => {
        response.resume();
        resolve(response.statusCode);
      });
    });
    expect(refused).toBe(code);
  });
});
