import type { BridgeFixture } from './bridgeFixture';
import { entry, startFixture, token } from './bridgeFixture';

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

describe('the page', () => {
  it.each(['/', '/llm-autoscaling/ns/foo', '/k8s/all-namespaces/pods?x=1'])(
    'is served at %s',
    async (target) => {
      const { code, headers, body } = await bridge.ask(target);
      expect(code).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(body.indexOf('/static/time.js')).toBeLessThan(body.indexOf('/static/host.js'));
      expect(body.indexOf('SERVER_FLAGS')).toBeLessThan(body.indexOf('/static/time.js'));
    },
  );

  it('enforces a policy whose nonce its own script has, a new one each time', async () => {
    const [first, second] = await Promise.all([bridge.ask('/'), bridge.ask('/')]);
    const policy = String(first.headers['content-security-policy']);
    const [, nonce = ''] =
      /script-src 'self' console\.redhat\.com 'unsafe-eval' 'nonce-([^']+)'/.exec(policy) ?? [];
    expect(first.body).toContain(`<script nonce="${nonce}">`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(second.body).not.toContain(nonce);
  });

  it('cannot be broken by the words of a scenario', async () => {
    const { body } = await bridge.ask('/');
    expect(body).toContain(String.raw`\u003c/script>`);
  });

  it('takes no POST', async () => {
    expect((await bridge.ask('/', { method: 'POST', headers: token })).code).toBe(405);
  });
});

describe('files', () => {
  it.each([
    ['/api/plugins/llm-autoscaling/plugin-manifest.json', 200, 'application/json', 'no-cache'],
    [
      `/api/plugins/llm-autoscaling/${entry}`,
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
    ['/static/host.js', 200, 'text/javascript; charset=utf-8', 'no-cache'],
    ['/locales/resource.json?lng=en&ns=plugin__x', 200, 'application/json', 'no-cache'],
  ])('%s answers %d as %s, %s', async (target, code, type, cache) => {
    const answer = await bridge.ask(target);
    expect([answer.code, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      code,
      type,
      cache,
    ]);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('come compressed to those who take it', async () => {
    const target = `/api/plugins/llm-autoscaling/${entry}`;
    const zipped = await bridge.ask(target, { headers: { 'Accept-Encoding': 'gzip, br' } });
    const plain = await bridge.ask(target);
    expect([zipped.headers['content-encoding'], zipped.body, zipped.headers.vary]).toEqual([
      'gzip',
      'console.log(1)',
      'Accept-Encoding',
    ]);
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, 'console.log(1)']);
  });

  it.each([
    '/api/plugins/llm-autoscaling/missing.js',
    '/api/plugins/llm-autoscaling/%2e%2e%2fsecret.txt',
    '/api/plugins/llm-autoscaling/..%2fsecret.txt',
    '/api/plugins/llm-autoscaling/%',
    '/static/..%2f..%2fsecret.txt',
    '/locales/resource.json?lng=../..&ns=secret',
    '/locales/resource.json?lng=fr&ns=plugin__x',
    '/locales/resource.json',
  ])('%s is not there', async (target) => {
    const { code, body } = await bridge.ask(target);
    expect(code).toBe(404);
    expect(body).not.toContain('secret');
  });

  it('are only read', async () => {
    const answer = await bridge.ask('/api/plugins/llm-autoscaling/plugin-manifest.json', {
      method: 'POST',
      headers: token,
    });
    expect(answer.code).toBe(405);
  });
});

it('refuses an unknown path of the API loudly', async () => {
  const answer = await bridge.ask('/api/graphql');
  expect(answer).toMatchObject({ code: 404, body: 'not served by the local console: /api/graphql\n' });
});
