import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { stringify } from 'yaml';
import { WebSocket } from 'ws';
import { startBridge } from '../bridge/bridge';
import { createClock } from '../clock';
import { startApiServer } from '../cluster/apiServer';
import { sandboxRules } from '../cluster/rbac';
import { scaledObject } from '../cluster/testCluster';
import { SeriesStore } from '../metrics/seriesStore';
import { builtInMetrics } from '../metrics/metricsBackend';
import { startThanos } from '../metrics/thanos';
import { readKubeconfig } from './kubeconfig';
import { connectRealCluster } from './realCluster';
import { createAuthority } from './testCertificates';

const authority = createAuthority();
const folder = mkdtempSync(path.join(tmpdir(), 'real-cluster-'));
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const namespaces = '/api/kubernetes/api/v1/namespaces';
const scaledObjects = '/api/kubernetes/apis/keda.sh/v1alpha1/namespaces/llm/scaledobjects';
const reviews = '/api/kubernetes/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

/** Writes a kubeconfig and returns its path. */
function kubeconfig(server: string, user: object, cluster: object = {}): string {
  const file = path.join(folder, 'config');
  writeFileSync(path.join(folder, 'ca.crt'), authority.ca);
  const authorityData = { 'certificate-authority-data': base64(authority.ca) };
  const config = {
    'current-context': 'test',
    contexts: [{ name: 'test', context: { cluster: 'c', user: 'somebody' } }],
    clusters: [{ name: 'c', cluster: { server, ...authorityData, ...cluster } }],
    users: [{ name: 'somebody', user }],
  };
  writeFileSync(file, stringify(config));
  return file;
}

function certificateUser(name: string): object {
  const { cert, key } = authority.client(name);
  return { 'client-certificate-data': base64(cert), 'client-key-data': base64(key) };
}

describe('the local console on a cluster behind TLS', () => {
  const clock = createClock();
  let api: { url: string; close(): Promise<void> };
  let thanos: Awaited<ReturnType<typeof startThanos>>;
  let open: { close(): Promise<void> } | undefined;
  beforeAll(async () => {
    mkdirSync(path.join(folder, 'plugin'));
    mkdirSync(path.join(folder, 'console'));
    writeFileSync(path.join(folder, 'console/scripts.json'), '[]');
    const tls = { ...authority.server(), ca: authority.ca };
    api = await startApiServer({ clock, rules: sandboxRules(['llm']), tls });
    // Thanos asks the API server by its own way in, which has no part in this test.
    const client = {
      create: <T>(_kind: unknown, object: T) => Promise.resolve({ ...object, status: { allowed: true } }),
    };
    thanos = await startThanos({ clock, answer: builtInMetrics(new SeriesStore()).answer, client });
    const { url } = await openConsole(certificateUser('admin'), true);
    await send(url, 'POST', namespaces, { metadata: { name: 'llm' } });
    await send(url, 'POST', scaledObjects, scaledObject('a'));
    await open?.close();
  });
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  afterAll(async () => {
    await thanos.close();
    await api.close();
    clock.stop();
    rmSync(folder, { recursive: true });
  });

  async function openConsole(user: object, write = false, cluster: object = {}): Promise<{ url: string }> {
    const file = kubeconfig(api.url, user, cluster);
    const options = { kubeconfig: file, thanos: thanos.clusterUrl, insecure: false, write };
    const { backend, control } = connectRealCluster(options);
    const bridge = await startBridge({
      port: 0,
      pluginDist: path.join(folder, 'plugin'),
      consoleDist: path.join(folder, 'console'),
      backend: () => backend,
      control,
    });
    open = bridge;
    return bridge;
  }

  async function send(url: string, method: string, target: string, body?: unknown): Promise<Response> {
    return fetch(url + target, {
      method,
      headers: { Cookie: 'csrf-token=a', 'X-CSRFToken': 'a', 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  it.each([
    ['a token', { token: 'viewer' }, 'viewer'],
    ['a client certificate', certificateUser('editor'), 'editor'],
  ])('comes with %s', async (_name, user, name) => {
    const { url } = await openConsole(user);
    const list = await send(url, 'GET', scaledObjects);
    expect([list.status, ((await list.json()) as { items: unknown[] }).items.length]).toEqual([200, 1]);
    const who = await send(url, 'GET', '/api/kubernetes/apis/user.openshift.io/v1/users/~');
    expect(await who.json()).toMatchObject({ metadata: { name } });
  });

  it('follows a watch through TLS', async () => {
    const { url } = await openConsole(certificateUser('editor'));
    const socket = new WebSocket(`${url.replace('http', 'ws')}${scaledObjects}?watch=true`);
    const first = await new Promise<Buffer>((resolve, reject) => {
      socket.once('message', resolve);
      socket.once('error', reject);
    });
    expect(JSON.parse(first.toString())).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'a' } },
    });
    socket.close();
  });

  it('asks the Thanos that it is given', async () => {
    const { url } = await openConsole({ token: 'admin' });
    const answer = await send(url, 'GET', '/api/prometheus/api/v1/query?query=vector(1)');
    expect(await answer.json()).toMatchObject({ status: 'success' });
  });

  const pause = { metadata: { annotations: { a: 'b' } } };
  const patch = (url: string): Promise<Response> =>
    fetch(`${url}${scaledObjects}/a`, {
      method: 'PATCH',
      headers: {
        Cookie: 'csrf-token=a',
        'X-CSRFToken': 'a',
        'Content-Type': 'application/merge-patch+json',
      },
      body: JSON.stringify(pause),
    });

  it('only reads, but asks what it may do', async () => {
    const { url } = await openConsole({ token: 'admin' });
    const refused = await patch(url);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining('--write') as unknown });
    const asked = { verb: 'patch', group: 'keda.sh', resource: 'scaledobjects', namespace: 'llm' };
    const review = await send(url, 'POST', reviews, { spec: { resourceAttributes: asked } });
    expect(await review.json()).toMatchObject({ status: { allowed: true } });
    for (const [method, target] of [
      ['DELETE', `${scaledObjects}/a`],
      ['POST', `${namespaces}/llm/serviceaccounts/default/token`],
      ['GET', `${namespaces}/llm/pods/p/exec?command=sh`],
      ['GET', `${namespaces}/llm/pods/p/%65xec?command=sh`],
      ['GET', `${namespaces}/llm/pods/p%2Fexec?command=sh`],
      ['GET', `${namespaces}/llm/pods/%`],
      ['GET', `${namespaces}/llm/services/s/proxy/x`],
    ] as const)
      expect((await send(url, method, target)).status).toBe(403);
  });

  it('changes with --write what the user may change', async () => {
    const { url } = await openConsole({ token: 'editor' }, true);
    expect((await patch(url)).status).toBe(200);
  });

  it('answers only to its own page, and never with the token', async () => {
    const { url } = await openConsole({ token: 'admin' });
    const other = await fetch(url + scaledObjects, { headers: { Origin: 'http://evil.example' } });
    expect(other.status).toBe(403);
    for (const target of ['/', '/sandbox/state', scaledObjects]) {
      const answer = await send(url, 'GET', target);
      const all = JSON.stringify([...answer.headers]) + (await answer.text());
      expect(all).not.toContain('Bearer');
      expect(all).not.toMatch(/"token"/);
    }
  });

  it('does not trust a server of another authority', async () => {
    const other = createAuthority();
    const { url } = await openConsole({ token: 'admin' }, false, {
      'certificate-authority-data': base64(other.ca),
    });
    const answer = await send(url, 'GET', scaledObjects);
    expect([answer.status, await answer.text()]).toEqual([502, expect.stringMatching(/certificate/)]);
  });

  it('does not take anybody without a name for somebody', async () => {
    const { url } = await openConsole({});
    expect((await send(url, 'GET', scaledObjects)).status).toBe(403);
  });
});

describe('a kubeconfig', () => {
  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('may name files beside it', () => {
    writeFileSync(path.join(folder, 'token'), 'from-a-file\n');
    const file = kubeconfig(
      'https://127.0.0.1:1',
      { tokenFile: 'token' },
      { 'certificate-authority': 'ca.crt', 'certificate-authority-data': '' },
    );
    const access = readKubeconfig(file);
    expect([access.token, access.tls.ca]).toEqual(['from-a-file', authority.ca]);
  });

  it.each([
    [{ exec: { command: 'aws' } }, {}, /signs in by "exec"/],
    [{ token: 'x' }, { context: 'other' }, /no context "other"/],
  ])('of %j is refused in words', (user, options, words) => {
    const file = kubeconfig('https://127.0.0.1:1', user);
    expect(() => readKubeconfig(file, options)).toThrow(words);
  });

  it('that cannot be read is not quoted: it may hold a token', () => {
    const file = path.join(folder, 'config');
    writeFileSync(file, 'users: [{ token: secret-token');
    expect(() => readKubeconfig(file)).toThrow(/^(?!.*secret-token).*cannot be read/);
  });
});
