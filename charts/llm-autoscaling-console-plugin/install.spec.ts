import type { KubernetesObject } from '../../src/resources/object';
import { configMapKind } from '../../sandbox/cluster/testCluster';
import { connect } from '../jobs/cluster';
import { addPlugin, removePlugin } from '../jobs/consolePlugins';
import { quickPace } from '../jobs/testPace';
import type { AdminCluster } from '../testing/adminCluster';
import { rbacKind, startAdminCluster } from '../testing/adminCluster';
import { jobKind } from '../../src/resources/kinds';
import { adminKind } from '../testing/adminCrds';
import { helmRuns } from '../testing/helm';

jest.setTimeout(60_000);

interface ConsoleObject extends KubernetesObject {
  spec?: { plugins?: string[]; customization?: object };
}

const chart = 'llm-autoscaling-console-plugin';
const namespace = 'llm-autoscaling';
const consoleKind = adminKind('Console');
const values = ['--set', 'image.repository=registry.example.com/llm-autoscaling'];

describe('the console plugin', () => {
  let cluster: AdminCluster;
  beforeEach(async () => {
    cluster = await startAdminCluster([namespace]);
  });
  afterEach(() => cluster.stop());

  const makeConsole = (spec?: ConsoleObject['spec']): Promise<unknown> =>
    cluster.client.create(consoleKind, {
      apiVersion: 'operator.openshift.io/v1',
      kind: 'Console',
      metadata: { name: 'cluster' },
      ...(spec === undefined ? {} : { spec }),
    });
  const specNow = async (): Promise<ConsoleObject['spec']> =>
    (await cluster.client.get<ConsoleObject>(consoleKind, undefined, 'cluster'))?.spec;

  it.each([
    ['no spec', undefined, ['mine']],
    ['no list', { customization: { brand: 'okd' } }, ['mine']],
    ['an empty list', { plugins: [] }, ['mine']],
    ['others in the list', { plugins: ['a', 'b'] }, ['a', 'b', 'mine']],
    ['itself in the list', { plugins: ['mine', 'a'] }, ['mine', 'a']],
  ])('comes into the console with %s', async (_case, spec, plugins) => {
    await makeConsole(spec);
    const api = connect(cluster.client.url, () => 'admin');
    await addPlugin(api, quickPace(), 'mine');
    expect(await specNow()).toEqual({ ...spec, plugins });
    await removePlugin(api, quickPace(), 'mine');
    expect(await specNow()).toEqual({ ...spec, plugins: plugins.filter((name) => name !== 'mine') });
  });

  it('loses no entry when ten write at the same time', async () => {
    await makeConsole({ plugins: ['first'] });
    const api = connect(cluster.client.url, () => 'admin');
    const names = Array.from({ length: 10 }, (_nothing, index) => `plugin-${String(index)}`);
    await Promise.all(names.map((name) => addPlugin(api, quickPace(), name)));
    expect([...((await specNow())?.plugins ?? [])].sort()).toEqual(['first', ...names].sort());
    await Promise.all(names.map((name) => removePlugin(api, quickPace(), name)));
    expect(await specNow()).toEqual({ plugins: ['first'] });
  });

  it('needs a console', async () => {
    const api = connect(cluster.client.url, () => 'admin');
    await expect(addPlugin(api, quickPace(), 'mine')).rejects.toThrow('no OpenShift Console');
  });

  (helmRuns ? describe : describe.skip)('installed by Helm', () => {
    it('is in the list until the uninstall, which leaves nothing behind', async () => {
      await makeConsole({ plugins: ['monitoring-plugin'] });
      const notes = await cluster.deploy(
        'install',
        chart,
        namespace,
        ...values,
        '--set',
        'console.enable=true',
      );
      expect(notes).toContain('The console was told to load it');
      expect(await specNow()).toEqual({ plugins: ['monitoring-plugin', 'llm-autoscaling'] });

      await cluster.deploy('upgrade', chart, namespace, ...values, '--set', 'console.enable=true,replicas=3');
      expect(await specNow()).toEqual({ plugins: ['monitoring-plugin', 'llm-autoscaling'] });

      await cluster.uninstall(chart, namespace);
      expect(await specNow()).toEqual({ plugins: ['monitoring-plugin'] });
      expect(cluster.runs.map(({ job, succeeded }) => [job, succeeded])).toEqual([
        ['llm-autoscaling-console-add', true],
        ['llm-autoscaling-console-add', true],
        ['llm-autoscaling-console-remove', true],
      ]);
      for (const kind of [
        configMapKind,
        jobKind,
        adminKind('ConsolePlugin'),
        rbacKind('ClusterRole', 'clusterroles'),
        rbacKind('ClusterRoleBinding', 'clusterrolebindings'),
      ])
        expect((await cluster.client.list(kind)).items).toEqual([]);
    });

    it('asks for nothing beyond its objects unless told to', async () => {
      await makeConsole();
      const notes = await cluster.deploy('install', chart, namespace, ...values);
      expect(notes).toContain('oc patch consoles.operator.openshift.io cluster');
      expect(await specNow()).toBeUndefined();
      expect((await cluster.client.list(rbacKind('ClusterRole', 'clusterroles'))).items).toEqual([]);
    });

    it('says what is missing when its image is not named', async () => {
      await expect(cluster.deploy('install', chart, namespace)).rejects.toThrow(
        'image.repository: where did you',
      );
    });
  });
});
