import { dayBefore, levelAt } from './dayBefore';

const dayMs = 86_400_000;
const now = 3 * dayMs;
/** Four scrapes an hour, for a day. */
const times = Array.from({ length: 96 }, (_, index) => now - dayMs + index * 900_000);

describe('the day before the start', () => {
  it('has the hour as it was at its end', () => {
    expect(dayBefore('vllm:num_requests_running', [3, 9, 5, 7], times, now).slice(-4)).toEqual([3, 9, 5, 7]);
  });

  it('has whole requests, and less of them at night', () => {
    const values = dayBefore('vllm:num_requests_running', [10, 20, 10, 20], times, now);
    expect(values.every(Number.isInteger)).toBe(true);
    expect([values[48], values[49], values[0], values[1]]).toEqual([4, 8, 10, 20]);
  });

  it('has parts that are not whole', () => {
    expect(dayBefore('vllm:kv_cache_usage_perc', [0.5], times, now)[48]).toBeCloseTo(0.2);
  });

  it('has counters that go on from hour to hour, never back', () => {
    const values = dayBefore('vllm:generation_tokens_total', [100, 200, 300, 400], times, now);
    expect(values.every((value, index) => index === 0 || value >= (values[index - 1] ?? 0))).toBe(true);
    expect((values[95] ?? 0) - (values[92] ?? 0)).toBe(300);
    expect((values[50] ?? 0) - (values[48] ?? 0)).toBeLessThan(100);
  });

  it('keeps the order of the buckets of a histogram', () => {
    const [small, large] = ['0.5', '+Inf'].map((_, place) =>
      dayBefore('vllm:e2e_request_latency_seconds_bucket', place === 0 ? [1, 2, 4] : [1, 3, 6], times, now),
    );
    expect(small?.every((value, index) => value <= (large?.[index] ?? 0))).toBe(true);
  });

  it('is up', () => {
    expect(new Set(dayBefore('up', [1, 1], times, now))).toEqual(new Set([1]));
  });

  it('begins and ends at the same level', () => {
    expect([levelAt(now, now), levelAt(now - dayMs, now), levelAt(now - dayMs / 2, now)]).toEqual([
      1, 1, 0.4,
    ]);
  });
});
