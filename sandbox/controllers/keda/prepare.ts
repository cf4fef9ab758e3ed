import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import { horizontalPodAutoscalerKind, scaledObjectKind } from '../../../src/resources/kinds';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import type { KubeClient } from '../../client/kubeClient';
import { ApiError } from '../../client/kubeClient';
import { applySpec } from '../apply';
import { readScale } from '../requests';
import { boundsError } from './bounds';
import { hpaFor } from './hpa';
import { finalizer, hpaNameOf, scaledObjectLabel, targetKindOf } from './names';
import type { Scalers } from './scalers';
import { patchStatus, withConditions } from './status';

/** A ScaledObject that KEDA cannot work with; the message is the one of its Ready condition. */
export class CheckFailure extends Error {}

/** Runs a step; what it throws becomes a CheckFailure that starts with `what`. Write conflicts pass as they are. */
async function step<T>(what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ApiError && error.code === 409) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CheckFailure(`${what}: ${reason}`, { cause: error });
  }
}

/** Puts KEDA's finalizer and label on, and the conditions that a new ScaledObject starts with. */
export async function adopt(client: KubeClient, scaledObject: ScaledObject): Promise<ScaledObject> {
  const { metadata } = scaledObject;
  const { finalizers = [], labels = {} } = metadata;
  let adopted = scaledObject;
  if (!finalizers.includes(finalizer) || labels[scaledObjectLabel] !== metadata.name) {
    const patch = {
      metadata: {
        finalizers: [...new Set([...finalizers, finalizer])],
        labels: { [scaledObjectLabel]: metadata.name },
      },
    };
    adopted = await client.mergePatch<ScaledObject>(scaledObjectKind, metadata, patch);
  }
  return patchStatus(client, adopted, { conditions: withConditions(adopted, []) });
}

function unique(values: readonly string[]): string {
  return [...new Set(values)].join(',');
}

/** Checks the target, the bounds and the triggers, and notes what KEDA found out about them in the status. */
export async function inspect(
  client: KubeClient,
  scalers: Scalers,
  scaledObject: ScaledObject,
): Promise<ScaledObject> {
  const { namespace = '' } = scaledObject.metadata;
  const { triggers, scaleTargetRef } = scaledObject.spec;
  const scale = await step("ScaledObject doesn't have correct scaleTargetRef specification", () =>
    readScale(client, namespace, scaleTargetRef.name),
  );
  const wrong = boundsError(scaledObject.spec);
  if (wrong !== undefined)
    throw new CheckFailure(
      `ScaledObject doesn't have correct Idle/Min/Max Replica Counts specification: ${wrong}`,
    );
  const names = await step('Failed to ensure HPA is correctly created for ScaledObject', async () => {
    await scalers.check(scaledObject);
    const told = await scalers.told(scaledObject);
    return triggers.map(({ type }, index) => told[index]?.name ?? `s${String(index)}-${type}`);
  });
  return patchStatus(client, scaledObject, {
    scaleTargetKind: targetKindOf(scaledObject),
    originalReplicaCount: scaledObject.status?.originalReplicaCount ?? scale.wanted,
    hpaName: hpaNameOf(scaledObject),
    externalMetricNames: names,
    triggersTypes: unique(triggers.map(({ type }) => type)),
    authenticationsTypes: unique(
      triggers.flatMap(({ authenticationRef }) =>
        authenticationRef === undefined ? [] : [authenticationRef.name],
      ),
    ),
  });
}

/** Creates or corrects the HPA; returns it as it is then. */
export async function ensureHpa(
  client: KubeClient,
  scalers: Scalers,
  scaledObject: ScaledObject,
): Promise<HorizontalPodAutoscaler> {
  return step('Failed to ensure HPA is correctly created for ScaledObject', async () => {
    const desired = hpaFor(scaledObject, await scalers.told(scaledObject));
    const { object } = await applySpec(client, horizontalPodAutoscalerKind, desired, (existing) => ({
      ...existing,
      metadata: { ...existing.metadata, ...desired.metadata },
      spec: desired.spec,
    }));
    return object;
  });
}
