import { WebSocket } from 'ws';
import type { BridgeFixture } from './bridgeFixture';
import { startFixture } from './bridgeFixture';

let bridge: BridgeFixture;

beforeAll(async () => {
  bridge = await startFixture();
});

afterAll(async () => {
  await bridge.stop();
});

describe('WebSockets', () => {
  const open = (target: string, origin?: string): WebSocket =>
    new WebSocket(bridge.url.replace('http', 'ws') + target, {
      headers: { Cookie: 'a=b' },
      ...(origin === undefined ? {} : { origin }),
    });
  const refused = (socket: WebSocket): Promise<number | undefined> =>
    new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode);
      });
    });

  it('lead to the cluster with the token, and end when the cluster does', async () => {
    const socket = open('/api/kubernetes/api/v1/pods?watch=true', bridge.url);
    const message = await new Promise<string>((resolve) => {
      socket.on('message', (data: Buffer) => {
        resolve(data.toString());
      });
    });
    const { url, headers } = JSON.parse(message) as { url: string; headers: Record<string, string> };
    expect([url, headers.authorization, headers.cookie]).toEqual([
      '/api/v1/pods?watch=true',
      'Bearer the-token',
      undefined,
    ]);
    const ended = new Promise<number>((resolve) => socket.on('close', resolve));
    bridge.loseCluster();
    await expect(ended).resolves.toBe(1006);
  });

  it.each([
    ['/api/kubernetes/forbidden', undefined, 403],
    ['/api/other', undefined, 404],
    ['/api/kubernetes/api', 'http://evil.example', 403],
  ])('%s from %s are refused with %d', async (target, origin, code) => {
    await expect(refused(open(target, origin))).resolves.toBe(code);
  });
});
