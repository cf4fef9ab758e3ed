import type { CDPSession, Page } from '@playwright/test';

/** Writes a figure of a measurement; `limit` is what it must not be more than. */
export function report(what: string, value: number, unit: string, limit?: number): void {
  const bound = limit === undefined ? '' : ` (at most ${String(limit)})`;
  console.log(`figure: ${what}: ${String(Math.round(value * 10) / 10)} ${unit}${bound}`);
}

/** Reads what a page costs its main thread and its heap. */
export interface Meter {
  /** CPU milliseconds that `act` costs until the page has come to rest, without what it costs at rest. */
  cpuOf(act: () => Promise<void>): Promise<number>;
  /** Megabytes in use after a garbage collection. */
  heap(): Promise<number>;
}

const restMs = 700;

async function readMetric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
}

/** A meter of this page (Chromium's Performance domain, thread time: what other processes do does not count). */
export async function createMeter(page: Page): Promise<Meter> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, restMs));
  const busySeconds = (): Promise<number> => readMetric(session, 'TaskDuration');

  return {
    async cpuOf(act) {
      const idleStart = await busySeconds();
      await rest();
      const idle = (await busySeconds()) - idleStart;
      const start = await busySeconds();
      const at = Date.now();
      await act();
      await rest();
      const elapsed = Date.now() - at;
      const cost = (await busySeconds()) - start - (idle * elapsed) / restMs;
      return Math.max(0, cost * 1000);
    },
    async heap() {
      // Twice: what finalizers let go of is collected the second time.
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      return (await readMetric(session, 'JSHeapUsedSize')) / 1e6;
    },
  };
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
