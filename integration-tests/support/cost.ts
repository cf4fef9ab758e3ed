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
const yardstickRuns = 5;
/** What the yardstick cost where the limits were set, in CPU milliseconds. */
const yardstickMs = 250;

/** Builds, lays out and removes a table of 1,500 rows. */
function yardstick(): void {
  const table = document.createElement('table');
  for (let index = 0; index < 1500; index += 1) {
    const row = table.insertRow();
    for (let cell = 0; cell < 8; cell += 1) row.insertCell().textContent = `${String(index)} ${String(cell)}`;
  }
  document.body.append(table);
  table.getBoundingClientRect();
  table.remove();
}

/** A session of the Performance domain: thread time, so what other processes do does not count. */
async function performanceOf(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

async function readMetric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * How many times slower than the machine that the limits were set on this one is now; 1 or more. An empty page does the
 * same work each time, so a limit of CPU milliseconds times this holds on a slow or busy machine, too.
 */
export async function slownessNow(page: Page): Promise<number> {
  const empty = await page.context().newPage();
  const session = await performanceOf(empty);
  const runs: number[] = [];
  for (let run = 0; run < yardstickRuns; run += 1) {
    const start = await readMetric(session, 'TaskDuration');
    await empty.evaluate(yardstick);
    runs.push(((await readMetric(session, 'TaskDuration')) - start) * 1000);
  }
  await empty.close();
  // A page in the background draws nothing.
  await page.bringToFront();
  report('this machine, CPU of the yardstick', median(runs), 'ms');
  return Math.max(1, median(runs) / yardstickMs);
}

/** A meter of this page. */
export async function createMeter(page: Page): Promise<Meter> {
  const session = await performanceOf(page);
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
