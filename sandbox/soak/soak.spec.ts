import { printFigure } from '../figures';
import { hasGrown } from './growth';
import { soak } from './soak';
import { createSteppedClock } from './steppedClock';

describe('the clock that is stepped', () => {
  it('runs timers in their order, each at its time', async () => {
    const clock = createSteppedClock(0);
    const seen: [string, number][] = [];
    clock.every(40, () => {
      seen.push(['every', clock.now()]);
    });
    clock.after(50, () => {
      seen.push(['after', clock.now()]);
    });
    const cancel = clock.after(60, () => {
      seen.push(['never', clock.now()]);
    });
    cancel();
    await clock.advance(100);
    expect(seen).toEqual([
      ['every', 40],
      ['after', 50],
      ['every', 80],
    ]);
    expect(clock.now()).toBe(100);
    clock.stop();
    await clock.advance(100);
    expect(seen).toHaveLength(3);
  });
});

describe('two simulated hours of load that never stays the same', () => {
  it('bring no growth, no unheard rejection, and no drift between HPA, Deployment and pods', async () => {
    const { heap, drift, rejections, changes, realSeconds } = await soak('burst', 2);
    printFigure(
      'soak',
      `2 simulated hours in ${String(realSeconds)} s, ${String(changes)} changes of replicas, heap ${heap.join(' -> ')} MB`,
    );
    expect({ drift, rejections }).toEqual({ drift: [], rejections: [] });
    // The load must have scaled something, or there was nothing to drift.
    expect(changes).toBeGreaterThan(4);
    expect(heap).toHaveLength(2);
    expect(hasGrown(heap)).toBe(false);
  }, 600_000);
});
