import { createClock } from '../clock';
import { printFigure } from '../figures';
import { restoreFleet } from '../scenarios/fleet/fleet';
import { slowness } from '../testSlowness';
import type { TestCluster } from './testCluster';
import { startTestCluster } from './testCluster';

const collection = '/apis/serving.kserve.io/v1beta1/inferenceservices';

describe('10,000 InferenceServices', () => {
  const clock = createClock();
  let cluster: TestCluster;
  beforeAll(async () => {
    const { objects } = restoreFleet({ models: 10_000, projects: 100 }, clock);
    cluster = await startTestCluster({ restored: objects });
  }, 60_000);
  afterAll(async () => {
    await cluster.close();
    clock.stop();
  });

  it('are listed in pages of 250 within a second of CPU', async () => {
    const names = new Set<string>();
    let next = '';
    const before = process.cpuUsage();
    do {
      const response = await fetch(`${cluster.url}${collection}?limit=250&continue=${next}`, {
        headers: { Authorization: 'Bearer admin' },
      });
      const page = (await response.json()) as {
        metadata: { continue: string };
        items: { metadata: { namespace: string; name: string } }[];
      };
      for (const { metadata } of page.items) names.add(`${metadata.namespace}/${metadata.name}`);
      next = page.metadata.continue;
    } while (next !== '');
    const { user, system } = process.cpuUsage(before);
    const milliseconds = Math.round((user + system) / 1000);
    printFigure('10,000 InferenceServices', `${String(milliseconds)} ms of CPU in pages of 250`);
    expect(names.size).toBe(10_000);
    // Reading and parsing the pages is in the figure, too.
    expect(milliseconds).toBeLessThan(1000 * slowness());
  }, 30_000);
});
