import type { Page } from '@playwright/test';
import { createMeter, report, slownessNow } from './support/cost';
import { openFleet, openModel } from './support/pages';
import { pass } from './support/passing';
import { setHidden, steer } from './support/steer';
import { expect, test } from './support/test';
import { followTraffic, largestPoll } from './support/traffic';

const speed = 10;
// A trace would take a picture of the page at each step, on the thread that is measured.
test.use({ sandboxOptions: { scenario: 'quiet', speed }, trace: 'off' });

/** Of the fleet page and of the model page, in simulated seconds. */
const fleetPoll = 30;
const modelPoll = 15;
/** Minutes that memory is watched for; 120 for the long run. */
const soakMinutes = Number(process.env.SOAK_MINUTES ?? '10');

/** How long simulated seconds really take, in ms. */
const realMs = (seconds: number, at = speed): number => (seconds / at) * 1000;

/** Lets so many simulated seconds pass. */
const passSimulated = (seconds: number, at = speed): Promise<void> => pass(realMs(seconds, at));

async function openFirstModel(page: Page): Promise<void> {
  await openFleet(page);
  await openModel(page, 'llama-3-2-3b');
  await expect(page.getByText(/Adds replicas when/)).toBeVisible();
}

/** Bytes on the wire of the plugin's files beyond its entry. */
function codeOfPage(): number[] {
  return performance
    .getEntriesByType('resource')
    .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
    .filter(
      ({ name }) => /\/api\/plugins\/llm-autoscaling\/.*\.js$/.test(name) && !name.includes('plugin-entry'),
    )
    .map(({ encodedBodySize }) => encodedBodySize);
}

const kilobytes = (sizes: number[]): number => sizes.reduce((sum, size) => sum + size, 0) / 1024;

test('the fleet page comes with a few requests and few bytes', async ({ page }) => {
  await page.goto('/llm-autoscaling/all-namespaces');
  await expect(page.getByRole('img', { name: /Waiting in the last 30 minutes/ }).first()).toBeVisible();
  const files = await page.evaluate(codeOfPage);
  report('fleet page, requests for code beyond the entry', files.length, '', 4);
  report('fleet page, code beyond the entry, gzip', kilobytes(files), 'KB', 30);
  expect(files.length).toBeGreaterThan(0);
  expect(files.length).toBeLessThanOrEqual(4);
  expect(kilobytes(files)).toBeLessThanOrEqual(30);
});

for (const [models, scenario] of [
  [6, 'quiet'],
  [500, 'fleet-500'],
] as const) {
  test(`a poll of the fleet page asks Prometheus six times at most, with ${String(models)} models`, async ({
    page,
  }) => {
    await page.goto('/');
    await steer(page, { scenario });
    await openFleet(page);
    await expect(page.getByRole('grid', { name: 'Models' }).getByRole('row').nth(1)).toBeVisible();
    await passSimulated(fleetPoll);
    const traffic = followTraffic(page);
    const polls = 4;
    await passSimulated(polls * fleetPoll);
    const asked = largestPoll(traffic, realMs(fleetPoll));
    report(`fleet poll, requests to Prometheus with ${String(models)} models`, asked, '', 6);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(6);
    // No poll more than there is time for; one may fall into its beginning.
    expect(traffic.asked.length).toBeLessThanOrEqual(6 * (polls + 1));
    await steer(page, { scenario: 'quiet' });
  });
}

test('a poll of the model page brings ten points a line at most', async ({ page }) => {
  await openFirstModel(page);
  await passSimulated(4 * modelPoll);
  const traffic = followTraffic(page);
  await passSimulated(8 * modelPoll);
  report('model poll, points of the longest line', traffic.longestLine, '', 10);
  const asked = largestPoll(traffic, realMs(modelPoll));
  report('model poll, requests to Prometheus', asked, '', 8);
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(8);
  expect(traffic.longestLine).toBeGreaterThan(0);
  expect(traffic.longestLine).toBeLessThanOrEqual(10);
});

for (const [name, open, period] of [
  ['fleet', openFleet, fleetPoll],
  ['model', openFirstModel, modelPoll],
] as const) {
  test(`the ${name} page asks nothing in a hidden tab, and catches up once when it is seen again`, async ({
    page,
  }) => {
    await open(page);
    await passSimulated(2 * period);
    const traffic = followTraffic(page);
    await passSimulated(3 * period);
    const poll = largestPoll(traffic, realMs(period));
    expect(poll).toBeGreaterThan(0);
    await setHidden(page, true);
    // What was under way when the tab was hidden.
    await pass(300);
    traffic.clear();
    await passSimulated(6 * period);
    report(`${name} page, requests to Prometheus in a hidden tab`, traffic.asked.length, '', 0);
    expect(traffic.asked).toEqual([]);
    await setHidden(page, false);
    await pass(500);
    // Six polls were missed; the next regular one may follow the one that catches up within the time watched.
    report(`${name} page, requests to catch up`, traffic.asked.length, '', 2 * poll);
    expect(traffic.asked.length).toBeGreaterThan(0);
    expect(traffic.asked.length).toBeLessThanOrEqual(2 * poll);
  });
}

test('the pointer over the lanes costs little', async ({ page }) => {
  await openFirstModel(page);
  await passSimulated(2 * modelPoll);
  await steer(page, { speed: 1 });
  const lane = page.getByRole('img', { name: /^Requests\./ });
  const box = await lane.boundingBox();
  expect(box).not.toBeNull();
  const { x = 0, y = 0, width = 1, height = 1 } = box ?? {};
  const meter = await createMeter(page);
  const limit = Math.round(12 * (await slownessNow(page)));
  const moves = 40;
  await page.mouse.move(x + width / 2, y + height / 2);
  const cpu = await meter.cpuOf(async () => {
    for (let move = 1; move <= moves; move += 1) {
      await page.mouse.move(x + (width * move) / (moves + 1), y + height / 2);
    }
  });
  report('pointer over the lanes, CPU a move', cpu / moves, 'ms', limit);
  expect(cpu / moves).toBeLessThanOrEqual(limit);
  await steer(page, { speed });
});

test(`the memory of the model page stays flat over ${String(soakMinutes)} simulated minutes`, async ({
  page,
}) => {
  test.setTimeout(120_000 + soakMinutes * 2500);
  await openFirstModel(page);
  await steer(page, { speed: 30 });
  await page.reload();
  await passSimulated(180, 30);
  const meter = await createMeter(page);
  const before = await meter.heap();
  await passSimulated(soakMinutes * 60, 30);
  const after = await meter.heap();
  report('model page, heap at the start', before, 'MB');
  report(
    `model page, growth of the heap in ${String(soakMinutes)} simulated minutes`,
    after - before,
    'MB',
    3,
  );
  expect(after - before).toBeLessThanOrEqual(3);
  await steer(page, { speed });
});
