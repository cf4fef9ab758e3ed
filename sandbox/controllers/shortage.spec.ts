import { findCondition, hasStatus } from '../../src/resources/conditions';
import type { Deployment } from '../../src/resources/deployment';
import type { InferenceService } from '../../src/resources/inferenceService';
import { deploymentKind, inferenceServiceKind, podKind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { Pod } from '../../src/resources/pod';
import { eventKind } from './kinds';
import { autoScaling, createModel, eventually, project, startTestCluster } from './testCluster';

jest.setTimeout(60_000);

const target = 'llama-predictor';

describe('a cluster without enough of something', () => {
  it('leaves a pod without a GPU pending, and the old one serving, when a restart needs one more', async () => {
    const cluster = await startTestCluster({ gpus: 1 });
    try {
      await createModel(cluster.client, { 'serving.kserve.io/autoscalerClass': 'none' }, { minReplicas: 1 });
      const ready = async (): Promise<boolean> => {
        const found = await cluster.client.get<Deployment>(deploymentKind, project, target);
        return found?.status?.readyReplicas === 1;
      };
      await eventually('a replica serves', ready);
      await cluster.client.jsonPatch(inferenceServiceKind, { namespace: project, name: 'llama' }, [
        { op: 'add', path: '/metadata/annotations/note', value: 'changed' },
      ]);
      const pending = await eventually('an unschedulable pod', async () => {
        const { items } = await cluster.client.list<Pod>(podKind, project);
        return items.find((pod) => hasStatus(pod.status?.conditions, 'PodScheduled', 'False'));
      });
      expect(findCondition(pending.status?.conditions, 'PodScheduled')?.message).toBe(
        '0/1 nodes are available: 1 Insufficient nvidia.com/gpu. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.',
      );
      expect(await ready()).toBe(true);
    } finally {
      await cluster.stop();
    }
  });

  it('says that there is no ScaledObject kind when KEDA is absent', async () => {
    const cluster = await startTestCluster({ keda: false });
    try {
      await createModel(
        cluster.client,
        { 'serving.kserve.io/autoscalerClass': 'keda' },
        { minReplicas: 1, maxReplicas: 3, autoScaling },
      );
      const message =
        'fails to reconcile predictor: no matches for kind "ScaledObject" in version "keda.sh/v1alpha1"';
      await eventually('the event', async () => {
        const { items } = await cluster.client.list<KubernetesObject & { message?: string }>(
          eventKind,
          project,
        );
        return items.some((event) => event.message === message);
      });
      const service = await eventually('a ready model', async () => {
        const found = await cluster.client.get<InferenceService>(inferenceServiceKind, project, 'llama');
        return hasStatus(found?.status?.conditions, 'Ready', 'True') ? found : undefined;
      });
      expect(service.status?.modelStatus?.copies?.totalCopies).toBe(1);
      expect(cluster.errors).toEqual([]);
    } finally {
      await cluster.stop();
    }
  });
});
