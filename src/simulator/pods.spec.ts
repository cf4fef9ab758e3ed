import { readyPods, scalePods } from './pods';

describe('pods', () => {
  it('are ready after their start, and the newest go first', () => {
    let pods = scalePods({ replicas: 1, starting: [] }, 3, 0, 60);
    pods = scalePods(pods, 5, 30, 60);
    expect([0, 59, 60, 90].map((now) => readyPods(pods, now))).toEqual([1, 1, 3, 5]);
    pods = scalePods(pods, 4, 40, 60);
    expect([40, 60, 90].map((now) => readyPods(pods, now))).toEqual([1, 3, 4]);
    expect(readyPods(scalePods(pods, 1, 50, 60), 50)).toBe(1);
  });
});
