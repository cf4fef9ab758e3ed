import type { IncomingMessage } from 'node:http';
import { startBridge } from './bridge';
import type { BridgeFixture } from './bridgeFixture';
import { startFixture, state, token } from './bridgeFixture';

let bridge: BridgeFixture;

beforeAll(async () => {
  bridge = await startFixture();
});

beforeEach(() => {
  bridge.seen.length = 0;
});

afterAll(async () => {
  await bridge.stop();
});

describe('the way to the cluster', () => {
  it('brings the token and leaves out what is of the browser', async () => {
    const answer = await bridge.ask('/api/kubernetes/apis/apps/v1?limit=2&x=%2F', {
      headers: { ...token, Authorization: 'Bearer mine', Accept: 'application/json' },
    });
    expect([answer.code, answer.body]).toEqual([200, '{"from":"behind"}']);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const [{ url, headers } = { url: '', headers: {} as IncomingMessage['headers'] }] = bridge.seen;
    expect(url).toBe('/apis/apps/v1?limit=2&x=%2F');
    expect(headers.authorization).toBe('Bearer the-token');
    expect([headers.cookie, headers['x-csrftoken'], headers.accept]).toEqual([
      undefined,
      undefined,
      'application/json',
    ]);
  });

  it('leads to the models without any token', async () => {
    const path = '/sandbox/models/llm/llama/v1/completions';
    expect((await bridge.ask(path, { method: 'POST', body: '{}' })).code).toBe(403);
    await bridge.ask(path, { method: 'POST', headers: token, body: '{}' });
    expect(bridge.seen).toMatchObject([{ method: 'POST', url: '/llm/llama/v1/completions', body: '{}' }]);
    expect(bridge.seen[0]?.headers.authorization).toBeUndefined();
  });

  it('passes a body and a refusal on', async () => {
    const headers = { ...token, 'Content-Type': 'application/json-patch+json' };
    await bridge.ask('/api/kubernetes/apis/x', { method: 'PATCH', headers, body: '[]' });
    expect(bridge.seen[0]).toMatchObject({ method: 'PATCH', body: '[]' });
    expect((await bridge.ask('/api/kubernetes/missing')).code).toBe(404);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'does not let a %s through without the CSRF token',
    async (method) => {
      const wrong = [
        {},
        { Cookie: 'csrf-token=abc' },
        { 'X-CSRFToken': 'abc' },
        { Cookie: 'csrf-token=abc', 'X-CSRFToken': 'x' },
        { Cookie: 'csrf-token=', 'X-CSRFToken': '' },
      ];
      for (const headers of wrong as Record<string, string>[]) {
        expect((await bridge.ask('/api/kubernetes/apis/x', { method, headers })).code).toBe(403);
      }
      expect(bridge.seen).toEqual([]);
    },
  );

  it.each([
    { Host: 'evil.example' },
    { Origin: 'http://evil.example' },
    { Origin: 'null' },
    { Host: 'localhost:1', Origin: 'http://localhost:2' },
  ])('is closed to pages of others: %j', async (headers) => {
    expect((await bridge.ask('/api/kubernetes/api', { headers: headers })).code).toBe(403);
    expect(bridge.seen).toEqual([]);
  });
});

describe('metrics', () => {
  it.each([
    ['/api/prometheus/api/v1/query?query=up', '/api/v1/query?query=up'],
    ['/api/prometheus/api/v1/series?match[]=up', '/api/v1/series?match[]=up'],
    [
      '/api/prometheus-tenancy/api/v1/query_range?query=up&namespace=foo',
      '/api/v1/query_range?query=up&namespace=foo',
    ],
  ])('%s leads to %s', async (target, url) => {
    expect((await bridge.ask(target)).code).toBe(200);
    expect(bridge.seen[0]).toMatchObject({ url, headers: { authorization: 'Bearer the-token' } });
  });

  it.each([
    '/api/prometheus-tenancy/api/v1/series',
    '/api/prometheus-tenancy/api/v1/labels',
    '/api/prometheus/api/v1/status/config',
    '/api/prometheus/federate',
  ])('%s is not let through', async (target) => {
    expect(await bridge.ask(target)).toMatchObject({ code: 404, body: 'not found' });
    expect(bridge.seen).toEqual([]);
  });
});

it('says that the cluster does not answer', async () => {
  const lonely = await startBridge({
    port: 0,
    pluginDist: '',
    consoleDist: '',
    backend: () => ({ api: 'http://127.0.0.1:1', clusterMetrics: '', tenancyMetrics: '', token: '' }),
    control: { state: () => state, change: () => Promise.resolve(state) },
  });
  const response = await fetch(`${lonely.url}/api/kubernetes/api`);
  await lonely.close();
  expect(response.status).toBe(502);
});
