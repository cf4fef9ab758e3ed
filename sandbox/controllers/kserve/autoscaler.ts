import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import type { InferenceService } from '../../../src/resources/inferenceService';
import { horizontalPodAutoscalerKind, scaledObjectKind } from '../../../src/resources/kinds';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import type { KubeClient } from '../../client/kubeClient';
import { applySpec } from '../apply';
import { isOwnedBy } from '../../../src/resources/owner';
import { isMissingKind } from '../requests';
import { autoscalerClassOf, predictorName } from './annotations';
import { predictorHpa } from './horizontalPodAutoscaler';
import { predictorScaledObject } from './scaledObject';

async function applyScaledObject(client: KubeClient, service: InferenceService): Promise<void> {
  const desired = predictorScaledObject(service);
  try {
    // The object is put whole: what others wrote into its labels and annotations, a pause too, is lost then.
    await applySpec<ScaledObject>(client, scaledObjectKind, desired, (existing) => ({
      ...desired,
      metadata: { ...desired.metadata, finalizers: existing.metadata.finalizers ?? [] },
    }));
  } catch (error) {
    if (!isMissingKind(error)) throw error;
    throw new Error('no matches for kind "ScaledObject" in version "keda.sh/v1alpha1"', { cause: error });
  }
}

/** Deletes KServe's own HPA; one that somebody else made under the name stays. */
export async function removeHpa(client: KubeClient, service: InferenceService): Promise<void> {
  const { namespace } = service.metadata;
  const name = predictorName(service);
  const hpa = await client.get<HorizontalPodAutoscaler>(horizontalPodAutoscalerKind, namespace, name);
  if (hpa !== undefined && isOwnedBy(hpa, service))
    await client.remove(horizontalPodAutoscalerKind, namespace, name);
}

/** Deletes the ScaledObject of a stopped model; nothing to do without KEDA. */
export async function removeScaledObject(client: KubeClient, service: InferenceService): Promise<void> {
  await client.remove(scaledObjectKind, service.metadata.namespace, predictorName(service));
}

/**
 * Makes the autoscaler of the class (KServe autoscaler_reconciler.go). Nothing deletes the ScaledObject when the class
 * leaves keda, nor the HPA when it enters keda; that is how it is in KServe, and what the product has to deal with.
 */
export async function reconcileAutoscaler(client: KubeClient, service: InferenceService): Promise<void> {
  const kind = autoscalerClassOf(service);
  if (kind === 'keda') await applyScaledObject(client, service);
  else if (kind === 'none' || kind === 'external') await removeHpa(client, service);
  else if (kind === 'hpa') {
    const desired = predictorHpa(service);
    await applySpec<HorizontalPodAutoscaler>(client, horizontalPodAutoscalerKind, desired, (existing) => ({
      ...existing,
      metadata: { ...existing.metadata, ...desired.metadata },
      spec: desired.spec,
    }));
  } else throw new Error(`unknown autoscaler class type: ${kind}`);
}
