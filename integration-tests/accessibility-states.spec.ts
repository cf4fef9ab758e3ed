import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { modelUrl } from './support/pages';
import { openIn, steer } from './support/steer';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'namespace-user', speed: 10 } });

const model = 'llama-3-2-3b';
const fleetPath = '/llm-autoscaling';
const modelPath = modelUrl('customer-chat', model);

/** Refused and failed reads are what some scenarios are about; the browser logs each. */
function forgiveFailedReads(pageErrors: string[]): void {
  pageErrors.splice(
    0,
    pageErrors.length,
    ...pageErrors.filter((error) => !error.includes('Failed to load resource')),
  );
}

const situations: [scenario: string, path: string, text: string | RegExp, load?: boolean][] = [
  ['namespace-user', fleetPath, 'You cannot see the models here'],
  ['viewer', '/llm-autoscaling/ns/customer-chat', model],
  ['viewer', modelPath, 'Latency'],
  ['keda-absent', fleetPath, /KEDA is not installed/],
  ['keda-absent', modelPath, /KEDA is not installed/],
  ['kserve-absent', fleetPath, 'KServe is not installed'],
  ['burst', '/llm-autoscaling/ns/default', 'No models'],
  ['thanos-down', fleetPath, 'Thanos cannot be reached'],
  ['thanos-down', modelPath, 'Thanos cannot be reached'],
  ['thanos-slow', fleetPath, model],
  ['uwm-off', fleetPath, 'No model sends numbers'],
  ['uwm-off', modelPath, 'no data'],
  ['no-series', modelPath, 'No data from the query'],
  ['gpu-starved', modelPath, /Waits for a node/, true],
  ['gpu-starved', `${modelPath}?tab=pods`, /Insufficient nvidia\.com\/gpu/, true],
  ['failed-load', modelPath, 'Fails'],
  ['failed-load', `${modelPath}?tab=pods`, /restart/],
  ['orphan-scaledobject', modelPath, 'Orphan ScaledObject'],
  ['two-autoscalers', modelPath, 'Two autoscalers'],
  ['paused', fleetPath, 'Paused'],
  ['paused', modelPath, 'Resume'],
  ['stopped', modelPath, 'Stopped'],
  ['knative', modelPath, 'Not applicable'],
  ['fleet-500', `${fleetPath}?page=99`, '451 - 500'],
];
let current = '';

/** Opens a page in a scenario, whose cluster is kept when it is the one that runs. */
async function openSituation(page: Page, scenario: string, path: string, load: boolean): Promise<void> {
  if (scenario === current) await page.goto(path);
  else await openIn(page, scenario, path);
  current = scenario;
  if (load) await steer(page, { load });
}

for (const [scenario, path, text, load = false] of situations) {
  test(`axe finds nothing with the scenario ${scenario} at ${path}`, async ({ page, pageErrors }) => {
    await openSituation(page, scenario, path, load);
    await expect(page.getByRole('main').getByText(text).filter({ visible: true }).first()).toBeVisible({
      timeout: 60_000,
    });
    await expectAccessible(page, scenario);
    forgiveFailedReads(pageErrors);
  });
}
