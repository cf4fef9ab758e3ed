import type { Deployment } from '../../../src/resources/deployment';
import type { KubernetesEvent } from '../../../src/resources/event';
import { deploymentKind, eventKind, podKind } from '../../../src/resources/kinds';
import type { Pod } from '../../../src/resources/pod';
import { deployment as aDeployment } from '../../cluster/testCluster';
import { replicaSetKind } from '../kinds';
import type { TestCluster } from '../testCluster';
import { eventually, project, startTestCluster } from '../testCluster';
import type { ReplicaSet } from './replicaSet';
import { revisionOf } from './replicaSet';

const name = 'web';
const at = { namespace: project, name };

describe('the ReplicaSets of a Deployment', () => {
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await startTestCluster({ keda: false });
    cluster.controllers.setInstantPods(true);
    const made = aDeployment(name, 2) as Deployment;
    await cluster.client.create(deploymentKind, {
      ...made,
      metadata: { name, namespace: project },
      spec: { ...made.spec, revisionHistoryLimit: 1 },
    });
    await served(2, '1');
  });
  afterEach(() => cluster.stop());

  const sets = async (): Promise<ReplicaSet[]> =>
    (await cluster.client.list<ReplicaSet>(replicaSetKind, project)).items.toSorted(
      (a, b) => revisionOf(a) - revisionOf(b),
    );
  const pods = async (): Promise<Pod[]> => (await cluster.client.list<Pod>(podKind, project)).items;
  const events = async (kind: string): Promise<KubernetesEvent[]> =>
    (await cluster.client.list<KubernetesEvent>(eventKind, project)).items.filter(
      ({ involvedObject }) => involvedObject.kind === kind,
    );
  const served = (replicas: number, revision: string): Promise<unknown> =>
    eventually(`${String(replicas)} pods of revision ${revision}`, async () => {
      const current = (await sets()).find((set) => String(revisionOf(set)) === revision);
      const deployment = await cluster.client.get<Deployment>(deploymentKind, project, name);
      return (
        (current?.status?.readyReplicas ?? 0) === replicas &&
        deployment?.status?.replicas === replicas &&
        String(revisionOf(deployment)) === revision
      );
    });
  const restart = (value: string): Promise<unknown> =>
    cluster.client.mergePatch(deploymentKind, at, {
      spec: { template: { metadata: { annotations: { restartedAt: value } } } },
    });

  it('stand between it and its pods', async () => {
    const [set] = await sets();
    const hash = set?.metadata.labels?.['pod-template-hash'];
    const deployment = await cluster.client.get<Deployment>(deploymentKind, project, name);
    expect(set).toMatchObject({
      metadata: {
        name: `${name}-${String(hash)}`,
        annotations: {
          'deployment.kubernetes.io/desired-replicas': '2',
          'deployment.kubernetes.io/max-replicas': '3',
        },
        ownerReferences: [{ kind: 'Deployment', name, uid: deployment?.metadata.uid, controller: true }],
      },
      spec: { replicas: 2 },
      status: { replicas: 2, fullyLabeledReplicas: 2, readyReplicas: 2, availableReplicas: 2 },
    });
    for (const pod of await pods()) {
      expect(pod.metadata.name).toMatch(new RegExp(`^${String(set?.metadata.name)}-[a-z0-9]{5}$`));
      expect(pod.metadata.ownerReferences).toMatchObject([{ kind: 'ReplicaSet', uid: set?.metadata.uid }]);
      expect(pod.metadata.labels?.['pod-template-hash']).toBe(hash);
    }
  });

  it('tell in events what is scaled and which pods come and go', async () => {
    const [set] = await sets();
    await cluster.client.mergePatch(deploymentKind, at, { spec: { replicas: 1 } });
    await served(1, '1');
    const said = async (kind: string): Promise<string[]> =>
      (await events(kind)).map(
        ({ reason, message, source }) =>
          `${String(source?.component)} ${String(reason)}: ${String(message).replace(/-[a-z0-9]{5}$/, '-?')}`,
      );
    const rs = String(set?.metadata.name);
    await eventually('all events', async () => (await said('ReplicaSet')).length === 3);
    expect((await said('Deployment')).toSorted()).toEqual([
      `deployment-controller ScalingReplicaSet: Scaled down replica set ${rs} from 2 to 1`,
      `deployment-controller ScalingReplicaSet: Scaled up replica set ${rs} from 0 to 2`,
    ]);
    expect((await said('ReplicaSet')).toSorted()).toEqual([
      `replicaset-controller SuccessfulCreate: Created pod: ${rs}-?`,
      `replicaset-controller SuccessfulCreate: Created pod: ${rs}-?`,
      `replicaset-controller SuccessfulDelete: Deleted pod: ${rs}-?`,
    ]);
  });

  it('of old templates stay without pods, as many as the Deployment keeps', async () => {
    const [first] = await sets();
    await restart('a');
    await served(2, '2');
    expect((await sets()).map((set) => [revisionOf(set), set.spec.replicas])).toEqual([
      [1, 0],
      [2, 2],
    ]);
    await restart('b');
    await served(2, '3');
    await eventually('the oldest to go', async () => (await sets()).length === 2);
    expect((await sets()).map(revisionOf)).toEqual([2, 3]);
    expect((await sets()).map(({ metadata }) => metadata.uid)).not.toContain(first?.metadata.uid);
  });

  it('get a new number when their template comes back', async () => {
    await restart('a');
    await served(2, '2');
    const earlier = (await sets()).at(-1);
    await restart('b');
    await served(2, '3');
    await restart('a');
    await served(2, '4');
    expect((await sets()).at(-1)?.metadata.uid).toBe(earlier?.metadata.uid);
  });

  it('go with it, and their pods with them', async () => {
    await cluster.client.remove(deploymentKind, project, name);
    await eventually('all to go', async () => [...(await sets()), ...(await pods())].length === 0);
    expect(cluster.errors).toEqual([]);
  });

  it('come back when one is deleted', async () => {
    const [set] = await sets();
    await cluster.client.remove(replicaSetKind, project, String(set?.metadata.name));
    await eventually('another one', async () => {
      const [next] = await sets();
      return next?.metadata.uid !== set?.metadata.uid && next?.status?.readyReplicas === 2;
    });
    expect(await pods()).toHaveLength(2);
  });
});
