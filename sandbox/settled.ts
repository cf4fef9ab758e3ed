import type { Deployment } from '../src/resources/deployment';
import type { InferenceService } from '../src/resources/inferenceService';
import { deploymentKind, horizontalPodAutoscalerKind, inferenceServiceKind } from '../src/resources/kinds';
import type { KubernetesObject } from '../src/resources/object';
import type { KubeClient } from './client/kubeClient';

const pollMs = 50;

const keyOf = ({ metadata }: KubernetesObject): string => `${metadata.namespace ?? ''}/${metadata.name}`;

const isOwnedBy = (object: KubernetesObject, owner: KubernetesObject): boolean =>
  object.metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid) ?? false;

/** Whether as many replicas serve as the model has at least: KServe starts with one, the autoscaler brings the rest. */
function serves(model: InferenceService, deployments: readonly Deployment[]): boolean {
  const deployment = deployments.find((candidate) => isOwnedBy(candidate, model));
  const replicas = deployment?.spec.replicas ?? 1;
  return (
    replicas >= (model.spec.predictor.minReplicas ?? 1) &&
    (deployment?.status?.readyReplicas ?? 0) === replicas
  );
}

function isScaled(model: InferenceService, autoscalers: readonly KubernetesObject[]): boolean {
  const { name, namespace, annotations } = model.metadata;
  if (annotations?.['serving.kserve.io/autoscalerClass'] !== 'keda') return true;
  return autoscalers.some(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === `keda-hpa-${name}-predictor`,
  );
}

const quietMs = 400;

/**
 * Resolves when nothing was written for a moment, or after `timeoutMs` real milliseconds: autoscalers write each few
 * seconds, so there is no end to wait for.
 */
export async function quiet(client: KubeClient, timeoutMs = 4000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let version = '';
  let since = Date.now();
  while (Date.now() < deadline && Date.now() - since < quietMs) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    const { resourceVersion } = await client.list(inferenceServiceKind);
    if (resourceVersion !== version) since = Date.now();
    version = resourceVersion;
  }
}

/** Whether somebody expects pods of it: not of one that Knative serves, nor of one that is stopped. */
function isExpected({ metadata }: InferenceService): boolean {
  const { annotations = {} } = metadata;
  return (
    annotations['serving.kserve.io/deploymentMode'] !== 'Knative' &&
    annotations['serving.kserve.io/stop'] !== 'true'
  );
}

/**
 * Resolves when the replicas of every InferenceService serve and those of class keda have their HPA; throws an Error
 * that names the others after `timeoutMs` real milliseconds. Nobody waits for the models in `except` ("namespace/name").
 */
export async function modelsServe(
  client: KubeClient,
  except: readonly string[] = [],
  timeoutMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const { items } = await client.list<InferenceService>(inferenceServiceKind);
    const models = items.filter((model) => isExpected(model) && !except.includes(keyOf(model)));
    const deployments = (await client.list<Deployment>(deploymentKind)).items;
    const autoscalers = (await client.list(horizontalPodAutoscalerKind)).items;
    const waiting = models.filter((model) => !serves(model, deployments) || !isScaled(model, autoscalers));
    if (waiting.length === 0) return;
    if (Date.now() > deadline) {
      throw new Error(`The cluster did not come up: ${waiting.map(keyOf).join(', ')} would not serve.`);
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
