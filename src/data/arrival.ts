import { holdOf, pauseOf } from '../resources/pause';
import { parseQuantity } from '../resources/quantity';
import type { ServedModel } from '../resources/servedModel';
import { thresholdOf } from '../resources/threshold';
import type { PauseWish } from '../policy/pausePatch';
import type { PolicyValues } from '../policy/policy';
import type { HorizontalPodAutoscaler } from '../resources/horizontalPodAutoscaler';

function scaledObjectCarries({ scaledObject }: ServedModel, values: PolicyValues): boolean {
  if (scaledObject === undefined) return false;
  const { minReplicaCount, maxReplicaCount, triggers } = scaledObject.spec;
  const trigger = triggers.find(({ type }) => type === 'prometheus');
  return (
    minReplicaCount === values.minReplicas &&
    maxReplicaCount === values.maxReplicas &&
    parseQuantity(trigger?.metadata.threshold) === values.threshold
  );
}

function hpaCarries(model: ServedModel, values: PolicyValues): boolean {
  const { kedaHpa } = model;
  return (
    kedaHpa !== undefined &&
    (kedaHpa.spec.minReplicas ?? 1) === values.minReplicas &&
    kedaHpa.spec.maxReplicas === values.maxReplicas &&
    thresholdOf(model)?.value === values.threshold
  );
}

/** Whether ScaledObject and HPA carry the values; a paused ScaledObject has no HPA (KEDA deletes it). */
export function carriesValues(model: ServedModel, values: PolicyValues): boolean {
  if (!scaledObjectCarries(model, values)) return false;
  const paused = model.scaledObject !== undefined && pauseOf(model.scaledObject) !== undefined;
  return paused || hpaCarries(model, values);
}

/** Whether KEDA has let go of the replicas: the pause is set and its HPA is gone. */
export function isAtRest({ scaledObject, kedaHpa }: ServedModel): boolean {
  return scaledObject !== undefined && pauseOf(scaledObject) !== undefined && kedaHpa === undefined;
}

/** Whether KEDA scales in both directions: no pause, and its HPA is there and holds nothing any more. */
export function isAtWork({ scaledObject, kedaHpa }: ServedModel): boolean {
  if (scaledObject === undefined || kedaHpa === undefined) return false;
  const paused = pauseOf(scaledObject) ?? holdOf(scaledObject);
  return paused === undefined && !isHeld(kedaHpa, 'scaleDown') && !isHeld(kedaHpa, 'scaleUp');
}

function isHeld({ spec }: HorizontalPodAutoscaler, direction: 'scaleDown' | 'scaleUp'): boolean {
  return spec.behavior?.[direction]?.selectPolicy === 'Disabled';
}

/**
 * Whether KEDA has paused as wished. One direction only counts when its HPA shows it: a KEDA before 2.18 does not know
 * the annotation and goes on scaling.
 */
export function isPausedAs(model: ServedModel, wish: PauseWish): boolean {
  const { scaledObject, kedaHpa, deployment } = model;
  switch (wish.kind) {
    case 'current':
      return isAtRest(model);
    case 'pinned':
      return (
        isAtRest(model) &&
        scaledObject !== undefined &&
        pauseOf(scaledObject)?.pausedAt === wish.replicas &&
        deployment?.spec.replicas === wish.replicas
      );
    default:
      return kedaHpa !== undefined && isHeld(kedaHpa, wish.kind);
  }
}
