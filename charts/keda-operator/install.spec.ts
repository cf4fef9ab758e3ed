import type { KubernetesObject } from '../../src/resources/object';
import { scaledObject } from '../../sandbox/cluster/testCluster';
import { namespaceKind } from '../../sandbox/controllers/kinds';
import { scaledObjectKind } from '../../src/resources/kinds';
import type { AdminCluster } from '../testing/adminCluster';
import { startAdminCluster } from '../testing/adminCluster';
import { adminKind } from '../testing/adminCrds';
import { helmRuns, render } from '../testing/helm';

jest.setTimeout(90_000);

const chart = 'keda-operator';
const namespace = 'openshift-keda';
const subscription = 'openshift-custom-metrics-autoscaler-operator';
const version = 'custom-metrics-autoscaler.v2.18.1-2';

(helmRuns ? describe : describe.skip)('keda-operator', () => {
  let cluster: AdminCluster;
  beforeEach(async () => {
    cluster = await startAdminCluster(['default', 'llm']);
  });
  afterEach(() => cluster.stop());

  const make = (kind: string, name: string, rest: object): Promise<unknown> => {
    const { group, version: api } = adminKind(kind);
    const object: KubernetesObject = {
      apiVersion: `${group}/${api}`,
      kind,
      metadata: { name, namespace },
      ...rest,
    };
    return cluster.client.create(adminKind(kind), object);
  };

  /** What OLM and the operator do once there is a Subscription. */
  async function olmInstalls(): Promise<void> {
    await make('ClusterServiceVersion', version, { status: { phase: 'Succeeded' } });
    await make('KedaController', 'keda', { spec: {} });
    await cluster.client.mergePatch(
      adminKind('Subscription'),
      { namespace, name: subscription },
      { status: { installedCSV: version } },
    );
  }

  const there = async (kind: string, name: string): Promise<boolean> =>
    (await cluster.client.get(adminKind(kind), namespace, name)) !== undefined;

  it('is done when OLM is, and takes all of it away again', async () => {
    cluster.beforeJob((job) => (job === 'keda-operator-wait' ? olmInstalls() : Promise.resolve()));
    await cluster.deploy('install', chart, 'default');
    const found = await cluster.client.get(namespaceKind, undefined, namespace);
    expect(found?.metadata.labels).toMatchObject({ 'openshift.io/cluster-monitoring': 'true' });
    expect(cluster.runs).toEqual([
      { job: 'keda-operator-wait', succeeded: true, log: 'The KEDA operator is installed.\n' },
    ]);

    cluster.beforeJob(() => Promise.resolve());
    await cluster.deploy('upgrade', chart, 'default', '--set', 'subscription.channel=stable-2.18');
    await cluster.uninstall(chart, 'default');
    for (const [kind, name] of [
      ['KedaController', 'keda'],
      ['Subscription', subscription],
      ['ClusterServiceVersion', version],
    ] as const)
      expect([kind, await there(kind, name)]).toEqual([kind, false]);
    expect(await cluster.client.get(namespaceKind, undefined, namespace)).toBeUndefined();
  });

  it('is not taken away from under a ScaledObject', async () => {
    cluster.beforeJob((job) => (job === 'keda-operator-wait' ? olmInstalls() : Promise.resolve()));
    await cluster.deploy('install', chart, 'default');
    await cluster.client.create(scaledObjectKind, scaledObject('llama'));
    await expect(cluster.uninstall(chart, 'default')).rejects.toThrow('keda-operator-remove');
    expect(cluster.runs.at(-1)).toMatchObject({
      job: 'keda-operator-remove',
      succeeded: false,
      log: expect.stringContaining('KEDA scales 1 objects, such as llm/llama') as string,
    });
    expect(await there('Subscription', subscription)).toBe(true);
    expect(await there('KedaController', 'keda')).toBe(true);
  });

  it('fails in time with what OLM complains about', async () => {
    cluster.beforeJob(async () => {
      const conditions = [{ type: 'ResolutionFailed', status: 'True', message: 'no operators found' }];
      await cluster.client.mergePatch(
        adminKind('Subscription'),
        { namespace, name: subscription },
        { status: { conditions } },
      );
    });
    await expect(cluster.deploy('install', chart, 'default', '--set', 'job.waitSeconds=10')).rejects.toThrow(
      /post-install/,
    );
    expect(cluster.runs[0]?.log).toContain(
      'Not done after 10 s. OLM reports ResolutionFailed: no operators found See "oc get subscription',
    );
  });

  it.each([
    ['makes no namespace that is there', ['namespace.create=false'], 'Namespace', 0],
    ['has one Subscription', [], 'Subscription', 1],
  ])('%s', (_case, set, kind, count) => {
    expect(render(chart, { set }).filter((object) => object.kind === kind)).toHaveLength(count);
  });

  it.each([
    ['an approval that OLM does not know', 'subscription.approval=Never', '/subscription/approval'],
    ['a namespace that cannot be', 'namespace.name=Open_Shift', '/namespace/name'],
    ['a wait without end', 'job.waitSeconds=99999', '/job/waitSeconds'],
  ])('refuses %s', (_case, set, message) => {
    expect(() => render(chart, { set: [set] })).toThrow(message);
  });
});
