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
  servingRuntimeKind,
  triggerAuthenticationKind,
} from '../../src/resources/kinds';
import type { ScaledObject } from '../../src/resources/scaledObject';
import { secretKind, serviceKind, serviceMonitorKind } from '../../sandbox/controllers/kinds';
import { eventually } from '../../sandbox/controllers/testCluster';
import { chartPath, helmRuns } from '../testing/helm';
import type { ModelCluster } from '../testing/modelCluster';
import { project, startModelCluster } from '../testing/modelCluster';

jest.setTimeout(90_000);

const routeKind: Kind = { group: 'route.openshift.io', version: 'v1', kind: 'Route', plural: 'routes' };
const values = ['--values', `${chartPath('vllm-model')}/values/llama-3.2-3b.yaml`];

(helmRuns ? describe : describe.skip)('vllm-model, installed by a project editor', () => {
  let cluster: ModelCluster;
  beforeEach(async () => {
    cluster = await startModelCluster();
  });
  afterEach(() => cluster.stop());

  const serving = (replicas: number): Promise<Deployment> =>
    eventually(`${replicas.toString()} serving replicas`, async () => {
      const found = await cluster.client.get<Deployment>(deploymentKind, project, 'llama-predictor');
      return found?.spec.replicas === replicas && found.status?.readyReplicas === replicas
        ? found
        : undefined;
    });

  const everything = [
    [inferenceServiceKind, servingRuntimeKind, scaledObjectKind, triggerAuthenticationKind],
    [deploymentKind, podKind, serviceKind, serviceMonitorKind, routeKind, secretKind],
    [horizontalPodAutoscalerKind],
  ].flat();

  it('comes up, scales by its queue, takes new bounds without a restart, and leaves nothing behind', async () => {
    await cluster.deploy('install', 'llama', 'vllm-model', ...values);
    const before = await serving(1);
    await eventually('a ready model', async () => {
      const model = await cluster.client.get<InferenceService>(inferenceServiceKind, project, 'llama');
      return model?.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
    });
    const scaledObject = await eventually('a ready ScaledObject', async () => {
      const found = await cluster.client.get<ScaledObject>(scaledObjectKind, project, 'llama-predictor');
      return found?.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True')
        ? found
        : undefined;
    });
    expect(scaledObject.spec).toMatchObject({ minReplicaCount: 1, maxReplicaCount: 3 });

    cluster.setQueue(24);
    await serving(3);

    await cluster.deploy('upgrade', 'llama', 'vllm-model', ...values, '--set', 'autoscaling.maxReplicas=4');
    const after = await serving(4);
    expect(after.spec.template).toEqual(before.spec.template);
    const hpa = await cluster.client.get<HorizontalPodAutoscaler>(
      horizontalPodAutoscalerKind,
      project,
      'keda-hpa-llama-predictor',
    );
    expect(hpa?.spec.maxReplicas).toBe(4);

    await cluster.uninstall('llama');
    for (const kind of everything)
      await eventually(`no ${kind.kind}`, async () => {
        const { items } = await cluster.client.list(kind, project);
        return items.length === 0;
      });
    expect(cluster.errors).toEqual([]);
  });

  it('says on the way from keda to fixed that the old autoscaler has to be removed', async () => {
    await cluster.deploy('install', 'llama', 'vllm-model', ...values);
    await serving(1);
    await eventually('a ScaledObject', () =>
      cluster.client.get<ScaledObject>(scaledObjectKind, project, 'llama-predictor'),
    );
    await expect(
      cluster.deploy(
        'upgrade',
        'llama',
        'vllm-model',
        ...values,
        '--set',
        'autoscaling.mode=http,route.host=a.b',
      ),
    ).rejects.toThrow('the ScaledObject llama-predictor of mode keda still holds the model');
    const notes = await cluster.deploy(
      'upgrade',
      'llama',
      'vllm-model',
      ...values,
      '--set',
      'autoscaling.mode=fixed',
    );
    expect(notes).toContain('oc delete scaledobject llama-predictor -n team-a');
  });
});
