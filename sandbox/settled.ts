import type { Deployment } from '../src/resources/deployment';
import type { InferenceService } from '../src/resources/inferenceService';
import { deploymentKind, horizontalPodAutoscalerKind, inferenceServiceKind } from '../src/resources/kinds';
import type { KubernetesObject } from '../src/resources/object';
import type { KubeClient } from './client/kubeClient';

const pollMs = 50;

const isOwnedBy = (object: KubernetesObject, owner: KubernetesObject): boolean =>
  object.metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid) ?? false;

/** Whether as many replicas serve as the model has at least: KServe starts with one, the autoscaler brings the rest. */
function serves(model: InferenceService, deployments: readonly Deployment[]): boolean {
  const deployment = deployments.find((candidate) => isOwnedBy(candidate, model));
  const replicas = deployment?.spec.replicas ?? 1;
  return (
    replicas >= (model.spec.predictor.minReplicas ?? 1) && deployment?.status?.readyReplicas === replicas
  );
}

function isScaled(model: InferenceService, autoscalers: readonly KubernetesObject[]): boolean {
  const { name, namespace, annotations } = model.metadata;
  if (annotations?.['serving.kserve.io/autoscalerClass'] !== 'keda') return true;
  return autoscalers.some(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === `keda-hpa-${name}-predictor`,
  );
}

/**
 * Resolves when the replicas of every InferenceService serve and those of class keda have their HPA; throws an Error
 * that names the others after `timeoutMs` real milliseconds.
 */
export async function modelsServe(client: KubeClient, timeoutMs = 30_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const models = (await client.list<InferenceService>(inferenceServiceKind)).items;
    const deployments = (await client.list<Deployment>(deploymentKind)).items;
    const autoscalers = (await client.list(horizontalPodAutoscalerKind)).items;
    const waiting = models.filter((model) => !serves(model, deployments) || !isScaled(model, autoscalers));
    if (waiting.length === 0) return;
    if (Date.now() > deadline) {
      const names = waiting.map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`);
      throw new Error(`The cluster did not come up: ${names.join(', ')} would not serve.`);
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
