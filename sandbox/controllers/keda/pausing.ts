import { hasStatus } from '../../../src/resources/conditions';
import { horizontalPodAutoscalerKind } from '../../../src/resources/kinds';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import { scaleTargetOf } from '../../../src/simulator/scaleTarget';
import type { ControllerContext } from '../context';
import { readScale, writeScale } from '../requests';
import { hpaNameOf } from './names';
import type { ScaleLoop } from './scaleLoop';
import { stopLoop } from './scaleLoop';
import type { StatusPatch } from './status';
import { patchStatus, withConditions } from './status';

const source = 'keda-operator';

/** Whether an annotation pauses the ScaledObject as a whole. */
export function isPaused(scaledObject: ScaledObject): boolean {
  const { paused, pausedReplicas } = scaleTargetOf(scaledObject);
  return paused === true || pausedReplicas !== undefined;
}

/** Pauses: scales to paused-replicas if given, stops the loop, deletes the HPA (contract: scaledobject_controller.go). */
export async function pause(
  { client, events }: ControllerContext,
  scaledObject: ScaledObject,
  scaleLoop: ScaleLoop,
): Promise<void> {
  const { namespace = '' } = scaledObject.metadata;
  const { pausedReplicas } = scaleTargetOf(scaledObject);
  const target = scaledObject.spec.scaleTargetRef.name;
  if (pausedReplicas !== undefined && (await readScale(client, namespace, target)).wanted !== pausedReplicas)
    await writeScale(client, namespace, target, pausedReplicas);
  const message = 'ScaledObject is paused';
  if (!hasStatus(scaledObject.status?.conditions, 'Paused', 'True')) {
    events.record(scaledObject, { type: 'Normal', reason: 'ScaledObjectPaused', message, source });
    const stopped = { reason: 'KEDAScalersStopped', message: 'Stopped scalers watch' };
    events.record(scaledObject, { type: 'Normal', ...stopped, source });
  }
  stopLoop(scaleLoop);
  const patch: StatusPatch = {
    conditions: withConditions(scaledObject, [
      { type: 'Paused', status: 'True', reason: 'ScaledObjectPaused', message },
    ]),
    pausedReplicaCount: pausedReplicas ?? null,
  };
  await patchStatus(client, scaledObject, patch);
  await client.remove(horizontalPodAutoscalerKind, namespace, hpaNameOf(scaledObject));
}

/** Takes note that the annotation is gone; the ScaledObject as it is then. */
export async function resume(
  { client, events }: ControllerContext,
  scaledObject: ScaledObject,
): Promise<ScaledObject> {
  const { pausedScaleIn, pausedScaleOut } = scaleTargetOf(scaledObject);
  if (!hasStatus(scaledObject.status?.conditions, 'Paused', 'True')) return scaledObject;
  if (pausedScaleIn === true || pausedScaleOut === true) return scaledObject;
  const reason = 'ScaledObjectUnpaused';
  const message = 'pause annotation removed for ScaledObject';
  events.record(scaledObject, { type: 'Normal', reason, message, source });
  return patchStatus(client, scaledObject, {
    conditions: withConditions(scaledObject, [{ type: 'Paused', status: 'False', reason, message }]),
    pausedReplicaCount: null,
  });
}
