import type { Job } from '../../../src/resources/job';
import { jobKind, podKind } from '../../../src/resources/kinds';
import type { Pod } from '../../../src/resources/pod';
import { exited } from '../node/podStatus';
import { removeNow } from '../requests';
import type { TestCluster } from '../testCluster';
import { eventually, project, startTestCluster } from '../testCluster';

jest.setTimeout(60_000);

const load: Job = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'load', namespace: project },
  spec: {
    backoffLimit: 0,
    ttlSecondsAfterFinished: 60,
    template: {
      metadata: { labels: { 'app.kubernetes.io/component': 'load-test' } },
      spec: { restartPolicy: 'Never', containers: [{ name: 'guidellm', image: 'quay.io/x/guidellm:1' }] },
    },
  },
};

describe('the Job controller', () => {
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await startTestCluster();
  });
  afterEach(async () => {
    await cluster.stop();
  });

  const job = (): Promise<Job | undefined> => cluster.client.get<Job>(jobKind, project, 'load');
  const pods = async (): Promise<Pod[]> => (await cluster.client.list<Pod>(podKind, project)).items;
  const runningPod = (): Promise<Pod> =>
    eventually('a pod that runs', async () => {
      const [pod] = await pods();
      return pod?.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ===
        true
        ? pod
        : undefined;
    });

  it('runs a pod with its labels, tells when it is done, and goes after its time', async () => {
    await cluster.client.create(jobKind, load);
    const pod = await runningPod();
    expect(pod.metadata.labels).toMatchObject({
      'app.kubernetes.io/component': 'load-test',
      'batch.kubernetes.io/job-name': 'load',
    });
    await eventually('one is ready', async () => (await job())?.status?.ready === 1);
    const status = exited(pod, '2026-01-01T00:01:00Z', 0);
    await cluster.client.mergePatch(podKind, pod.metadata, { status }, 'status');
    await eventually('it is complete', async () => (await job())?.status?.succeeded === 1);
    await eventually('it is gone, and its pod too', async () => {
      return (await job()) === undefined && (await pods()).length === 0;
    });
    expect(cluster.errors).toEqual([]);
  });

  it('gives up when its pod fails', async () => {
    await cluster.client.create(jobKind, load);
    const pod = await runningPod();
    const status = exited(pod, '2026-01-01T00:01:00Z', 1, 'no answer');
    await cluster.client.mergePatch(podKind, pod.metadata, { status }, 'status');
    const failed = await eventually('it failed', async () => {
      const found = await job();
      return found?.status?.failed === 1 ? found : undefined;
    });
    expect(failed.status?.conditions).toMatchObject([{ type: 'Failed', reason: 'BackoffLimitExceeded' }]);
    expect(await pods()).toHaveLength(1);
  });

  it('leaves its pod behind when it is deleted without a policy, as batch/v1 does', async () => {
    await cluster.client.create(jobKind, load);
    const pod = await runningPod();
    await removeNow(cluster.client, jobKind, project, 'load');
    expect(await job()).toBeUndefined();
    const [orphan] = await pods();
    expect(orphan?.metadata).toMatchObject({ name: pod.metadata.name });
    expect(orphan?.metadata.ownerReferences).toBeUndefined();
  });

  it('takes its pod along when it is deleted in the background', async () => {
    await cluster.client.create(jobKind, load);
    await runningPod();
    const url = `${cluster.client.url}/apis/batch/v1/namespaces/${project}/jobs/load?propagationPolicy=Background`;
    await fetch(url, { method: 'DELETE', headers: { Authorization: 'Bearer admin' } });
    await eventually('no pod is left', async () => (await pods()).length === 0);
    expect(await job()).toBeUndefined();
  });
});
