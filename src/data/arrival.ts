import { holdOf, pauseOf } from '../resources/pause';
import type { ServedModel } from '../resources/servedModel';
import type { PauseWish } from '../policy/pausePatch';
import type { HorizontalPodAutoscaler } from '../resources/horizontalPodAutoscaler';

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
