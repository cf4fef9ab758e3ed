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

describe('the state of the sandbox', () => {
  it('is told and changed', async () => {
    expect(JSON.parse((await bridge.ask('/sandbox/state')).body)).toEqual(state);
    const answer = await bridge.ask('/sandbox/state', {
      method: 'POST',
      headers: token,
      body: '{"speed":30}',
    });
    expect(JSON.parse(answer.body)).toMatchObject({ speed: 30 });
    expect(bridge.changes).toEqual([{ speed: 30 }]);
  });

  it.each([
    ['not JSON', 400],
    ['[]', 400],
    ['{"speed":"30"}', 400],
    ['{"color":"red"}', 400],
    ['{"scenario":"nope"}', 400],
  ])('a change to %s answers %d with a reason', async (body, code) => {
    const answer = await bridge.ask('/sandbox/state', { method: 'POST', headers: token, body });
    expect(answer.code).toBe(code);
    expect(JSON.parse(answer.body)).toEqual({ message: expect.stringMatching(/\w+/) as string });
  });

  it('is not changed without the CSRF token', async () => {
    expect((await bridge.ask('/sandbox/state', { method: 'POST', body: '{"load":true}' })).code).toBe(403);
  });
});
