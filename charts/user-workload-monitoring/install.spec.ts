import { parse } from 'yaml';
import { jobKind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import { configMapKind } from '../../sandbox/cluster/testCluster';
import { connect } from '../jobs/cluster';
import { quickPace } from '../jobs/testPace';
import { disable, enable } from '../jobs/userWorkloadMonitoring';
import type { AdminCluster } from '../testing/adminCluster';
import { startAdminCluster } from '../testing/adminCluster';
import { adminKind } from '../testing/adminCrds';
import { helmRuns } from '../testing/helm';

jest.setTimeout(60_000);

interface ConfigMap extends KubernetesObject {
  data?: Record<string, string>;
}

const chart = 'user-workload-monitoring';
const monitoring = 'openshift-monitoring';
const userWorkload = 'openshift-user-workload-monitoring';
const config = 'cluster-monitoring-config';
const admins = 'prometheusK8s:\n  retention: 15d # as agreed\n';

describe('user-workload monitoring', () => {
  let cluster: AdminCluster;
  beforeEach(async () => {
    cluster = await startAdminCluster(['default', monitoring, userWorkload]);
  });
  afterEach(() => cluster.stop());

  const makeConfig = (data?: Record<string, string>): Promise<unknown> =>
    cluster.client.create(configMapKind, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: config, namespace: monitoring },
      ...(data === undefined ? {} : { data }),
    });
  const found = (): Promise<ConfigMap | undefined> =>
    cluster.client.get<ConfigMap>(configMapKind, monitoring, config);
  const startPrometheus = (): Promise<unknown> =>
    cluster.client.create(adminKind('StatefulSet'), {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'prometheus-user-workload', namespace: userWorkload },
      ...{ spec: { replicas: 2 }, status: { readyReplicas: 2 } },
    });
  const api = (): ReturnType<typeof connect> => connect(cluster.client.url, () => 'admin');

  it.each([
    ['there is no ConfigMap', undefined, { 'config.yaml': 'enableUserWorkload: true\n' }],
    [
      'there are other settings',
      { 'config.yaml': admins, other: 'kept' },
      { 'config.yaml': `${admins}enableUserWorkload: true\n`, other: 'kept' },
    ],
    ['the ConfigMap is empty', {}, { 'config.yaml': 'enableUserWorkload: true\n' }],
  ])('is turned on where %s', async (_case, before, after) => {
    if (before !== undefined) await makeConfig(Object.keys(before).length === 0 ? undefined : before);
    await startPrometheus();
    await expect(enable(api(), quickPace(), 60)).resolves.toBe('The Prometheus of user workloads runs.');
    expect((await found())?.data).toEqual(after);
  });

  it('writes nothing the second time', async () => {
    await startPrometheus();
    await enable(api(), quickPace(), 60);
    const before = await found();
    await enable(api(), quickPace(), 60);
    expect(await found()).toEqual(before);
  });

  it('changes nothing that it cannot read, and says where', async () => {
    const data = { 'config.yaml': 'prometheusK8s: {retention: 15d\n' };
    await makeConfig(data);
    await expect(enable(api(), quickPace(), 60)).rejects.toThrow(/Nothing was changed: .* line \d/);
    await expect(disable(api(), quickPace())).rejects.toThrow(/Nothing was changed/);
    expect((await found())?.data).toEqual(data);
  });

  it('keeps what others write at the same time', async () => {
    await makeConfig({ 'config.yaml': admins });
    const other = connect(cluster.client.url, () => 'admin');
    const path = `/api/v1/namespaces/${monitoring}/configmaps/${config}`;
    const client = api();
    let reads = 0;
    const interrupted = {
      ...client,
      async get<T>(from: string): Promise<T | undefined> {
        const read = await client.get<T>(from);
        // Between the first read and the write.
        if (from === path && reads++ === 0)
          await other.patch(path, [
            { op: 'replace', path: '/data/config.yaml', value: `${admins}logLevel: debug\n` },
          ]);
        return read;
      },
    };
    await startPrometheus();
    await enable(interrupted, quickPace(), 60);
    expect(parse((await found())?.data?.['config.yaml'] ?? '')).toEqual({
      prometheusK8s: { retention: '15d' },
      logLevel: 'debug',
      enableUserWorkload: true,
    });
  });

  it('gives up when its Prometheus does not come, with where to look', async () => {
    await expect(enable(api(), quickPace(), 60)).rejects.toThrow(
      /Not done after 60 s\. The monitoring operator has not made .*oc get clusteroperator monitoring/,
    );
  });

  (helmRuns ? describe : describe.skip)('installed by Helm', () => {
    beforeEach(async () => {
      await makeConfig({ 'config.yaml': admins });
      await startPrometheus();
    });
    const on = { 'config.yaml': `${admins}enableUserWorkload: true\n` };

    it('stays on after the uninstall', async () => {
      await cluster.deploy('install', chart, 'default');
      expect((await found())?.data).toEqual(on);
      await cluster.deploy('upgrade', chart, 'default');
      await cluster.uninstall(chart, 'default');
      expect((await found())?.data).toEqual(on);
      expect(cluster.runs.map(({ succeeded }) => succeeded)).toEqual([true, true]);
      expect((await cluster.client.list(jobKind)).items).toEqual([]);
    });

    it('is turned off by an uninstall that was asked to', async () => {
      await cluster.deploy('install', chart, 'default', '--set', 'uninstall.disable=true');
      await cluster.uninstall(chart, 'default');
      expect(parse((await found())?.data?.['config.yaml'] ?? '')).toEqual({
        prometheusK8s: { retention: '15d' },
        enableUserWorkload: false,
      });
    });
  });
});
