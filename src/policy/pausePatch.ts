import { pausedAnnotation, pausedReplicasAnnotation } from '../resources/pause';
import type { ScaledObject } from '../resources/scaledObject';
import { annotationPatch } from './annotationPatch';
import { pointerStep, type PatchOperation } from './patchOperation';
import { versionTest } from './versionTest';

/**
 * JSON patch of the ScaledObject that stops scaling at the replicas of now: no pod restarts. KServe wipes it at the
 * next change of the policy. The version is tested only where a new map of annotations could overwrite another:
 * KEDA writes the status so often that it would fail needlessly.
 */
export function pausePatch(scaledObject: ScaledObject): PatchOperation[] {
  return [
    ...(scaledObject.metadata.annotations === undefined ? versionTest(scaledObject) : []),
    ...annotationPatch(scaledObject, pausedAnnotation, 'true'),
  ];
}

/** JSON patch of the ScaledObject that takes the pausing annotations off; empty when it has none. */
export function resumePatch(scaledObject: ScaledObject): PatchOperation[] {
  return [pausedAnnotation, pausedReplicasAnnotation]
    .filter((annotation) => scaledObject.metadata.annotations?.[annotation] !== undefined)
    .map((annotation) => ({ op: 'remove', path: `/metadata/annotations/${pointerStep(annotation)}` }));
}
