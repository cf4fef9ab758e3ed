import type { Deployment } from '../../src/resources/deployment';
import { findCondition, hasStatus } from '../../src/resources/conditions';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import {
  deploymentKind,
  horizontalPodAutoscalerKind,
  inferenceServiceKind,
  podKind,
  scaledObjectKind,
} from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { Pod } from '../../src/resources/pod';
import type { ScaledObject } from '../../src/resources/scaledObject';
import { eventKind } from './kinds';
import type { TestCluster } from './testCluster';
import { autoScaling, createModel, eventually, project, startTestCluster } from './testCluster';

jest.setTimeout(60_000);

const target = 'llama-predictor';
const kedaHpa = `keda-hpa-${target}`;
const paused = '/metadata/annotations/autoscaling.keda.sh~1paused';

describe('a model under KEDA', () => {
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await startTestCluster();
  });
  afterEach(() => cluster.stop());

  const hpa = (name: string): Promise<HorizontalPodAutoscaler | undefined> =>
    cluster.client.get(horizontalPodAutoscalerKind, project, name);
  const scaledObject = (): Promise<ScaledObject | undefined> =>
    cluster.client.get(scaledObjectKind, project, target);
  const deployment = (): Promise<Deployment | undefined> =>
    cluster.client.get(deploymentKind, project, target);
  const serving = (count: number): Promise<boolean> =>
    eventually(`${String(count)} replicas serve`, async () => {
      const { spec, status } = (await deployment()) ?? {};
      return spec?.replicas === count && status?.readyReplicas === count && status.replicas === count;
    });
  const reasons = async (name: string): Promise<string[]> => {
    const { items } = await cluster.client.list<KubernetesObject & Record<string, unknown>>(
      eventKind,
      project,
    );
    return items
      .filter(({ involvedObject }) => (involvedObject as { name: string }).name === name)
      .map(({ reason }) => String(reason));
  };

  it('is enabled by a patch, scaled to the maximum, paused, resumed, and scaled down after the window', async () => {
    await createModel(cluster.client, { 'serving.kserve.io/autoscalerClass': 'none' }, { minReplicas: 1 });
    await serving(1);

    await cluster.client.jsonPatch(inferenceServiceKind, { namespace: project, name: 'llama' }, [
      { op: 'add', path: '/metadata/annotations/serving.kserve.io~1autoscalerClass', value: 'keda' },
      { op: 'add', path: '/spec/predictor/maxReplicas', value: 3 },
      { op: 'add', path: '/spec/predictor/autoScaling', value: autoScaling },
    ]);
    const made = await eventually('a ready ScaledObject', async () => {
      const found = await scaledObject();
      return hasStatus(found?.status?.conditions, 'Ready', 'True') ? found : undefined;
    });
    expect(made.spec.triggers[0]?.metadata).toEqual({
      ...autoScaling.metrics[0]?.external.metric,
      backend: undefined,
      threshold: '2',
      authModes: 'bearer',
    });
    expect(made.status).toMatchObject({ hpaName: kedaHpa, externalMetricNames: ['s0-prometheus'] });

    const first = await eventually('an HPA with a reading', async () => {
      const found = await hpa(kedaHpa);
      return hasStatus(found?.status?.conditions, 'ScalingActive', 'True') ? found : undefined;
    });
    expect(findCondition(first.status?.conditions, 'ScalingActive')?.message).toBe(
      'the HPA was able to successfully calculate a replica count from external metric s0-prometheus(&LabelSelector{MatchLabels:map[string]string{scaledobject.keda.sh/name: llama-predictor,},MatchExpressions:[]LabelSelectorRequirement{},})',
    );

    cluster.setLoad([24]);
    await serving(3);
    expect(cluster.queries).toContainEqual({
      token: `system:serviceaccount:${project}:inference-prometheus-auth`,
      namespace: project,
    });
    await eventually('KEDA sees the trigger active', async () =>
      hasStatus((await scaledObject())?.status?.conditions, 'Active', 'True'),
    );

    await cluster.client.jsonPatch(scaledObjectKind, { namespace: project, name: target }, [
      { op: 'add', path: paused, value: 'true' },
    ]);
    await eventually('no HPA', async () => (await hpa(kedaHpa)) === undefined);
    expect(hasStatus((await scaledObject())?.status?.conditions, 'Paused', 'True')).toBe(true);
    expect((await deployment())?.spec.replicas).toBe(3);

    cluster.setLoad([0]);
    await cluster.client.jsonPatch(scaledObjectKind, { namespace: project, name: target }, [
      { op: 'remove', path: paused },
    ]);
    const fresh = await eventually('a fresh HPA holds', async () => {
      const found = await hpa(kedaHpa);
      const able = findCondition(found?.status?.conditions, 'AbleToScale');
      return able?.reason === 'ScaleDownStabilized' ? found : undefined;
    });
    expect(fresh.metadata.uid).not.toBe(first.metadata.uid);
    expect((await deployment())?.spec.replicas).toBe(3);
    await serving(1);

    expect(await reasons(target)).toEqual(
      expect.arrayContaining([
        'KEDAScalersStarted',
        'ScaledObjectReady',
        'ScaledObjectPaused',
        'KEDAScalersStopped',
        'ScaledObjectUnpaused',
        'ScalingReplicaSet',
      ]),
    );
    expect(await reasons(kedaHpa)).toContain('SuccessfulRescale');
    expect(cluster.errors).toEqual([]);
  });

  it('restarts its pods when the class changes, and shows the traps of the switch', async () => {
    await createModel(cluster.client, {}, { minReplicas: 1, maxReplicas: 3 });
    await serving(1);
    expect((await hpa(target))?.spec.metrics?.[0]?.type).toBe('Resource');
    const before = (await cluster.client.list<Pod>(podKind, project)).items[0]?.metadata.name;

    const patch = [
      { op: 'add' as const, path: '/metadata/annotations/serving.kserve.io~1autoscalerClass', value: 'keda' },
      { op: 'add' as const, path: '/spec/predictor/autoScaling', value: autoScaling },
    ];
    await cluster.client.jsonPatch(inferenceServiceKind, { namespace: project, name: 'llama' }, patch);
    await eventually('the refusal as an event', async () =>
      (await reasons('llama')).includes('InternalError'),
    );
    const { items } = await cluster.client.list<KubernetesObject & { message?: string }>(eventKind, project);
    expect(items.map(({ message }) => message)).toContain(
      `fails to reconcile predictor: admission webhook "vscaledobject.kb.io" denied the request: the workload '${target}' of type 'apps/v1.Deployment' is already managed by the hpa '${target}'`,
    );
    expect(await scaledObject()).toBeUndefined();

    await cluster.client.remove(horizontalPodAutoscalerKind, project, target);
    await eventually('a ScaledObject', scaledObject);
    await eventually('other pods serve', async () => {
      const pods = (await cluster.client.list<Pod>(podKind, project)).items;
      return pods.length === 1 && pods[0]?.metadata.name !== before && pods[0]?.status?.phase === 'Running';
    });

    // Without the annotation KServe makes its own HPA beside the ScaledObject: nothing scales any more.
    await cluster.client.jsonPatch(inferenceServiceKind, { namespace: project, name: 'llama' }, [
      { op: 'remove', path: '/metadata/annotations/serving.kserve.io~1autoscalerClass' },
    ]);
    const stuck = await eventually('two HPAs that clash', async () => {
      const found = await hpa(kedaHpa);
      const active = findCondition(found?.status?.conditions, 'ScalingActive');
      return active?.reason === 'AmbiguousSelector' ? active : undefined;
    });
    expect(stuck.message).toBe(
      `pods by selector app=isvc.${target} are controlled by multiple HPAs: [${project}/${kedaHpa} ${project}/${target}]`,
    );

    await cluster.client.remove(scaledObjectKind, project, target);
    await eventually("KEDA's HPA goes with its ScaledObject", async () => (await hpa(kedaHpa)) === undefined);
    expect((await deployment())?.spec.replicas).toBe(1);
    expect(cluster.errors).toEqual([]);
  });

  it('keeps its replicas while the query answers several series', async () => {
    await createModel(
      cluster.client,
      { 'serving.kserve.io/autoscalerClass': 'keda' },
      { minReplicas: 1, maxReplicas: 3, autoScaling },
    );
    cluster.setLoad([24]);
    await serving(3);
    cluster.setLoad([1, 2]);
    const active = await eventually('the failure on the HPA', async () => {
      const found = findCondition((await hpa(kedaHpa))?.status?.conditions, 'ScalingActive');
      return found?.reason === 'FailedGetExternalMetric' ? found : undefined;
    });
    expect(active.message).toContain(
      'unable to fetch metrics from external metrics API: rpc error: code = Unknown desc = error when getting metric values metric:s0-prometheus encountered error',
    );
    await eventually('the failure on the ScaledObject', async () =>
      hasStatus((await scaledObject())?.status?.conditions, 'Ready', 'False'),
    );
    expect((await deployment())?.spec.replicas).toBe(3);
    expect(await reasons(target)).toContain('KEDAScalerFailed');
  });
});
