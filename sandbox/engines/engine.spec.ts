import type { EngineRequest } from './engine';
import { Engine } from './engine';
import type { EngineProfile } from './profiles';

/** Round numbers, so that step times can be checked by hand. */
const profile: EngineProfile = {
  title: 'test',
  basis: 'assumed',
  source: 'test',
  baseMs: 10,
  perDecodeMs: 1,
  perPrefillTokenMs: 0.1,
  perKvTokenMs: 0,
  kvTokens: 1000,
  batchedTokens: 100,
};

const request = (promptTokens: number, outputTokens: number, arrivedAt = 0): EngineRequest => ({
  arrivedAt,
  promptTokens,
  outputTokens,
  limited: false,
});

describe('Engine', () => {
  it('takes baseMs + perPrefillTokenMs x tokens for a prefill and baseMs + perDecodeMs x decodes afterwards', () => {
    const engine = new Engine(profile, 8);
    engine.submit(request(50, 3), 0);
    // 10 + 50 x 0.1 for the prefill, which yields the first token; then two decodes of 10 + 1.
    expect(engine.nextEventAt).toBe(15);
    expect(engine.advance(36)).toHaveLength(0);
    expect(engine.advance(37)).toHaveLength(1);
    expect(engine.stats.timeToFirstToken.sum).toBeCloseTo(0.015);
    expect(engine.stats.requestLatency.sum).toBeCloseTo(0.037);
    expect(engine.stats.interTokenLatency.count).toBe(2);
    expect(engine.nextEventAt).toBe(Infinity);
  });

  it('adds perKvTokenMs for each token in the KV cache', () => {
    const engine = new Engine({ ...profile, perKvTokenMs: 0.01 }, 8);
    engine.submit(request(50, 3), 0);
    expect(engine.nextEventAt).toBeCloseTo(10 + 5 + 0.5);
  });

  it('computes a prompt that is longer than batchedTokens in chunks', () => {
    const engine = new Engine(profile, 8);
    engine.submit(request(250, 1), 0);
    // 100 + 100 + 50 tokens: 20 + 20 + 15 ms.
    expect(engine.advance(54)).toHaveLength(0);
    expect(engine.advance(55)).toHaveLength(1);
  });

  it('lets at most maxNumSeqs run, and the others wait in order of arrival', () => {
    const engine = new Engine(profile, 2);
    for (let number = 1; number <= 5; number += 1) engine.submit(request(10, 5, number), number);
    engine.step();
    expect(engine.gauges).toEqual({ running: 2, waiting: 3 });
    expect(engine.advance(10_000).map(({ arrivedAt }) => arrivedAt)).toEqual([1, 2, 3, 4, 5]);
    expect(engine.gauges).toEqual({ running: 0, waiting: 0 });
  });

  it('sends the latest request back to the queue when the KV cache is full, and still answers all', () => {
    const engine = new Engine(profile, 8);
    for (let number = 0; number < 4; number += 1) engine.submit(request(200, 200, number), number);
    const done = engine.advance(100_000);
    expect(done.map(({ arrivedAt }) => arrivedAt)).toEqual([0, 1, 2, 3]);
    expect(engine.stats.preemptions).toBeGreaterThan(0);
    expect(engine.stats.generationTokens).toBe(800);
    expect(engine.kvUsage).toBe(0);
  });

  it('never holds more tokens than the KV cache has room for', () => {
    const engine = new Engine(profile, 50);
    for (let number = 0; number < 50; number += 1) engine.submit(request(90, 120), 0);
    const usage: number[] = [];
    while (engine.nextEventAt < Infinity) {
      usage.push(engine.kvUsage);
      engine.step();
    }
    expect(Math.max(...usage)).toBeLessThanOrEqual(1);
    expect(Math.max(...usage)).toBeGreaterThan(0.9);
  });

  it('ends a generation that outgrows the whole KV cache', () => {
    const engine = new Engine(profile, 8);
    engine.submit(request(900, 5000), 0);
    expect(engine.advance(100_000)).toHaveLength(1);
    expect(engine.stats.generationTokens).toBe(101);
  });

  it('refuses a prompt that does not fit into the KV cache', () => {
    const engine = new Engine(profile, 8);
    expect(() => {
      engine.submit(request(1000, 1), 0);
    }).toThrow(RangeError);
  });

  it('returns what it had not answered when it is abandoned', () => {
    const engine = new Engine(profile, 1);
    engine.submit(request(10, 5), 0);
    engine.submit(request(10, 5), 0);
    expect(engine.abandon()).toHaveLength(2);
    expect([engine.load, engine.kvUsage, engine.nextEventAt]).toEqual([0, 0, Infinity]);
  });
});
