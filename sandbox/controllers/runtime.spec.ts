import { findCondition } from '../../src/resources/conditions';
import type { InferenceService } from '../../src/resources/inferenceService';
import { deploymentKind, inferenceServiceKind, servingRuntimeKind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import { eventKind } from './kinds';
import type { TestCluster } from './testCluster';
import { createModel, eventually, project, startTestCluster } from './testCluster';

jest.setTimeout(60_000);

interface Event extends KubernetesObject {
  message?: string;
  count?: number;
}

describe('a model without a ServingRuntime', () => {
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await startTestCluster();
    cluster.controllers.setInstantPods(true);
  });
  afterEach(() => cluster.stop());

  const read = (): Promise<InferenceService | undefined> =>
    cluster.client.get<InferenceService>(inferenceServiceKind, project, 'llama');
  const failed = (reason: string): Promise<InferenceService> =>
    eventually(reason, async () => {
      const model = await read();
      return model?.status?.modelStatus?.lastFailureInfo?.reason === reason && model;
    });

  it.each([
    [
      'that names none',
      { model: { modelFormat: { name: 'vLLM' } } },
      'NoSupportingRuntime',
      'fails to reconcile predictor: no runtime found to support predictor with model type: {vLLM <nil>}',
    ],
    [
      'that names one that is not there',
      { model: { modelFormat: { name: 'vLLM' }, runtime: 'gone' } },
      'RuntimeNotRecognized',
      'fails to reconcile predictor: No ServingRuntimes or ClusterServingRuntimes with the name: gone',
    ],
  ])('%s says so once, as KServe does', async (_name, predictor, reason, message) => {
    await createModel(cluster.client, {}, predictor);
    const model = await failed(reason);
    expect(findCondition(model.status?.conditions, 'Ready')?.status).toBe('False');
    // A minute of the cluster: whoever retried in a loop would have told more often.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const { items } = await cluster.client.list<Event>(eventKind, project);
    const told = items.filter((event) => event.message === message);
    expect(told.map(({ count = 1 }) => count <= 2)).toEqual([true]);
    expect(cluster.errors).toEqual([]);
  });

  it('serves once there is a runtime that supports its format', async () => {
    await createModel(cluster.client, {}, { model: { modelFormat: { name: 'vLLM' } } });
    await failed('NoSupportingRuntime');
    const supportedModelFormats = [{ name: 'vLLM', autoSelect: true }];
    const patch = { spec: { supportedModelFormats } };
    await cluster.client.mergePatch(servingRuntimeKind, { namespace: project, name: 'vllm' }, patch);
    await eventually('a Deployment', () => cluster.client.get(deploymentKind, project, 'llama-predictor'));
    const model = await eventually('the runtime in the status', async () => {
      const now = (await read()) as
        (InferenceService & { status?: { servingRuntimeName?: string } }) | undefined;
      return now?.status?.servingRuntimeName === 'vllm' && now;
    });
    expect(model.metadata.name).toBe('llama');
  });
});
