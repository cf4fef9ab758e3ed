import {
  pausedAnnotation,
  pausedReplicasAnnotation,
  pausedScaleInAnnotation,
  pausedScaleOutAnnotation,
  pausingAnnotations,
} from '../resources/pause';
import type { ScaledObject } from '../resources/scaledObject';
import { annotationsPatch } from './annotationPatch';
import { pointerStep, type PatchOperation } from './patchOperation';
import { versionTest } from './versionTest';

/** How to pause: at the replicas of now, at a number of them, or in one direction only (KEDA 2.18 and later). */
export type PauseWish =
  { kind: 'current' } | { kind: 'pinned'; replicas: number } | { kind: 'scaleDown' } | { kind: 'scaleUp' };

/** The annotation that KEDA takes for a way of pausing (KEDA apis/keda/v1alpha1/scaledobject_types.go). */
export function annotationsOf(wish: PauseWish): Readonly<Record<string, string>> {
  switch (wish.kind) {
    case 'current':
      return { [pausedAnnotation]: 'true' };
    case 'pinned':
      return { [pausedReplicasAnnotation]: wish.replicas.toString() };
    case 'scaleDown':
      return { [pausedScaleInAnnotation]: 'true' };
    case 'scaleUp':
      return { [pausedScaleOutAnnotation]: 'true' };
  }
}

/**
 * JSON patch of the ScaledObject that stops scaling, at the replicas of now if nothing else is wished: no pod restarts.
 * KServe wipes it at the next change of the policy.
 */
export function pausePatch(
  scaledObject: ScaledObject,
  wish: PauseWish = { kind: 'current' },
): PatchOperation[] {
  return pausingPatch(scaledObject, annotationsOf(wish));
}

/**
 * JSON patch of the ScaledObject that leaves exactly these pausing annotations on it. The version is tested only where a
 * new map of annotations could overwrite another: KEDA writes the status so often that it would fail needlessly.
 */
export function pausingPatch(
  scaledObject: ScaledObject,
  annotations: Readonly<Record<string, string>>,
): PatchOperation[] {
  return [
    ...(scaledObject.metadata.annotations === undefined ? versionTest(scaledObject) : []),
    ...resumePatch(scaledObject).filter(({ path }) => !pathsOf(annotations).includes(path)),
    ...annotationsPatch(scaledObject, annotations),
  ];
}

function pathsOf(annotations: Readonly<Record<string, string>>): string[] {
  return Object.keys(annotations).map((key) => `/metadata/annotations/${pointerStep(key)}`);
}

/** JSON patch of the ScaledObject that takes the pausing annotations off, whichever are there; empty when it has none. */
export function resumePatch(scaledObject: ScaledObject): PatchOperation[] {
  return pausingAnnotations
    .filter((annotation) => scaledObject.metadata.annotations?.[annotation] !== undefined)
    .map((annotation) => ({ op: 'remove', path: `/metadata/annotations/${pointerStep(annotation)}` }));
}
