import { findCondition, hasStatus } from '../../src/resources/conditions';
import type { Deployment } from '../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import type { InferenceService } from '../../src/resources/inferenceService';
import type { Kind } from '../../src/resources/kinds';
import {
  deploymentKind,
  horizontalPodAutoscalerKind,
  inferenceServiceKind,
  podKind,
  scaledObjectKind,
  triggerAuthenticationKind,
} from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { ScaledObject } from '../../src/resources/scaledObject';
import { eventKind, secretKind, serviceKind, serviceMonitorKind } from './kinds';
import type { TestCluster } from './testCluster';
import { autoScaling, createModel, eventually, project, startTestCluster } from './testCluster';

jest.setTimeout(60_000);

const target = 'llama-predictor';
const model = { namespace: project, name: 'llama' };
const keda = { 'serving.kserve.io/autoscalerClass': 'keda' };
const pausedPath = '/metadata/annotations/autoscaling.keda.sh~1paused';

describe('the life of a model under KEDA', () => {
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await startTestCluster();
    cluster.controllers.setInstantPods(true);
  });
  afterEach(() => cluster.stop());

  const read = <T extends KubernetesObject>(kind: Kind, name: string): Promise<T | undefined> =>
    cluster.client.get<T>(kind, project, name);
  const absent = (kind: Kind, name: string): Promise<boolean> =>
    eventually(`no ${kind.kind} ${name}`, async () => (await read(kind, name)) === undefined);
  const count = async (kind: Kind): Promise<number> =>
    (await cluster.client.list(kind, project)).items.length;
  const replicas = (wanted: number): Promise<boolean> =>
    eventually(`${String(wanted)} replicas`, async () => {
      const found = await read<Deployment>(deploymentKind, target);
      return found?.spec.replicas === wanted && (found.status?.readyReplicas ?? 0) === wanted;
    });

  it('has metrics and authentication objects, and leaves nothing behind', async () => {
    await createModel(cluster.client, keda, { minReplicas: 1, maxReplicas: 3, autoScaling });
    await replicas(1);
    const auth = await eventually('the authentication', () =>
      read<KubernetesObject & { spec?: unknown }>(triggerAuthenticationKind, 'inference-prometheus-auth'),
    );
    expect(auth.spec).toMatchObject({ secretTargetRef: [{ parameter: 'bearerToken', key: 'token' }, {}] });
    await eventually('a ServiceMonitor', () => read(serviceMonitorKind, 'llama-metrics'));

    await cluster.client.remove(inferenceServiceKind, project, 'llama');
    await absent(scaledObjectKind, target);
    await absent(secretKind, 'inference-prometheus-auth');
    await eventually('no pods', async () => (await count(podKind)) === 0);
    for (const kind of [deploymentKind, serviceKind, horizontalPodAutoscalerKind, serviceMonitorKind])
      await eventually(`no ${kind.kind}`, async () => (await count(kind)) === 0);
    expect(cluster.errors).toEqual([]);
  });

  it('is stopped and started by annotation', async () => {
    await createModel(cluster.client, keda, { minReplicas: 1, maxReplicas: 3, autoScaling });
    await replicas(1);
    const stop = { op: 'add' as const, path: '/metadata/annotations/serving.kserve.io~1stop' };
    await cluster.client.jsonPatch(inferenceServiceKind, model, [{ ...stop, value: 'True' }]);
    await absent(deploymentKind, target);
    await absent(scaledObjectKind, target);
    const stopped = await eventually('the condition', async () => {
      const found = await read<InferenceService>(inferenceServiceKind, 'llama');
      return hasStatus(found?.status?.conditions, 'Stopped', 'True') ? found : undefined;
    });
    expect(stopped.status?.modelStatus).toBeUndefined();
    await cluster.client.jsonPatch(inferenceServiceKind, model, [{ ...stop, value: 'false' }]);
    await replicas(1);
  });

  it('loses its pause when KServe writes the ScaledObject anew', async () => {
    await createModel(cluster.client, keda, { minReplicas: 1, maxReplicas: 3, autoScaling });
    await replicas(1);
    const address = { namespace: project, name: target };
    await eventually('a ScaledObject', () => read(scaledObjectKind, target));
    await cluster.client.jsonPatch(scaledObjectKind, address, [
      { op: 'add', path: pausedPath, value: 'true' },
    ]);
    await absent(horizontalPodAutoscalerKind, `keda-hpa-${target}`);
    await cluster.client.jsonPatch(inferenceServiceKind, model, [
      { op: 'add', path: '/spec/predictor/maxReplicas', value: 4 },
    ]);
    const hpa = await eventually('an HPA again', () =>
      read<HorizontalPodAutoscaler>(horizontalPodAutoscalerKind, `keda-hpa-${target}`),
    );
    expect(hpa.spec.maxReplicas).toBe(4);
    const scaledObject = await read<ScaledObject>(scaledObjectKind, target);
    expect(scaledObject?.metadata.finalizers).toEqual(['finalizer.keda.sh']);
    expect(findCondition(scaledObject?.status?.conditions, 'Paused')?.status).toBe('False');
  });

  it('is scaled to a number by paused-replicas', async () => {
    await createModel(cluster.client, keda, { minReplicas: 1, maxReplicas: 3, autoScaling });
    await replicas(1);
    await cluster.client.mergePatch(
      scaledObjectKind,
      { namespace: project, name: target },
      { metadata: { annotations: { 'autoscaling.keda.sh/paused-replicas': '2' } } },
    );
    await replicas(2);
    await absent(horizontalPodAutoscalerKind, `keda-hpa-${target}`);
    const paused = await eventually('the number in the status', async () => {
      const found = await read<ScaledObject>(scaledObjectKind, target);
      return found?.status?.pausedReplicaCount === undefined ? undefined : found;
    });
    expect(paused.status?.pausedReplicaCount).toBe(2);
  });

  it('with a minimum of 0 goes to 0 at once, and comes back only when its trigger is active', async () => {
    await createModel(cluster.client, keda, { minReplicas: 0, maxReplicas: 3, autoScaling });
    await replicas(0);
    await eventually('an HPA that does nothing', async () => {
      const found = await read<HorizontalPodAutoscaler>(horizontalPodAutoscalerKind, `keda-hpa-${target}`);
      return findCondition(found?.status?.conditions, 'ScalingActive')?.reason === 'ScalingDisabled';
    });
    cluster.setLoad([1]);
    await replicas(1);
    const { items } = await cluster.client.list<KubernetesObject & { message: string }>(eventKind, project);
    expect(items.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        `Deactivated apps/v1.Deployment ${project}/${target} from 1 to 0`,
        `Scaled apps/v1.Deployment ${project}/${target} from 0 to 1, triggered by s0-prometheus`,
      ]),
    );
  });

  it('has its authentication checked: without it there is no HPA', async () => {
    const metrics = structuredClone(autoScaling.metrics);
    const [metric] = metrics;
    if (metric !== undefined) metric.external.authenticationRef.authenticationRef.name = 'mine';
    await createModel(cluster.client, keda, { minReplicas: 1, maxReplicas: 3, autoScaling: { metrics } });
    const ready = await eventually('the failed check', async () => {
      const found = await read<ScaledObject>(scaledObjectKind, target);
      const condition = findCondition(found?.status?.conditions, 'Ready');
      return condition?.status === 'False' ? condition : undefined;
    });
    expect(ready).toMatchObject({
      reason: 'ScaledObjectCheckFailed',
      message:
        'Failed to ensure HPA is correctly created for ScaledObject: error getting scaler for trigger #0: TriggerAuthentication.keda.sh "mine" not found',
    });
    expect(await count(horizontalPodAutoscalerKind)).toBe(0);
  });
});
