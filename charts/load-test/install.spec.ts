import { jobKind } from '../../src/resources/kinds';
import { helmRuns } from '../testing/helm';
import type { ModelCluster } from '../testing/modelCluster';
import { project, startModelCluster } from '../testing/modelCluster';

jest.setTimeout(60_000);

const values = ['--set', 'target=http://llama-api:8080,model=llama'];

(helmRuns ? describe : describe.skip)('load-test, installed by a project editor', () => {
  let cluster: ModelCluster;
  beforeEach(async () => {
    cluster = await startModelCluster();
  });
  afterEach(() => cluster.stop());

  const jobs = async (): Promise<string[]> => {
    const { items } = await cluster.client.list(jobKind, project);
    return items.map(({ metadata }) => metadata.name);
  };

  it('runs once for each revision, and leaves nothing behind', async () => {
    await cluster.deploy('install', 'load', 'load-test', ...values);
    expect(await jobs()).toEqual(['load-1']);
    const notes = await cluster.deploy('upgrade', 'load', 'load-test', ...values, '--set', 'profile=burst');
    expect(notes).toContain('Burst load on llama for 600 s: Job load-2 in team-a.');
    expect(await jobs()).toEqual(['load-2']);
    await cluster.uninstall('load');
    expect(await jobs()).toEqual([]);
  });
});
