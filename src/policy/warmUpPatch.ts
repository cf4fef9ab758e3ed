import type { ScaledObject } from '../resources/scaledObject';
import { forceActivationAnnotation } from '../resources/scaleToZero';
import { annotationPatch } from './annotationPatch';
import { pointerStep } from './patchOperation';
import type { PatchOperation } from './patchOperation';
import { versionTest } from './versionTest';

/** JSON patch of the ScaledObject that wakes a model and keeps it awake; no pod restarts. */
export function warmUpPatch(scaledObject: ScaledObject): PatchOperation[] {
  return [
    ...(scaledObject.metadata.annotations === undefined ? versionTest(scaledObject) : []),
    ...annotationPatch(scaledObject, forceActivationAnnotation, 'true'),
  ];
}

/** JSON patch of the ScaledObject that lets the model sleep again; empty when nothing keeps it awake. */
export function letSleepPatch({ metadata }: ScaledObject): PatchOperation[] {
  return metadata.annotations?.[forceActivationAnnotation] === undefined
    ? []
    : [{ op: 'remove', path: `/metadata/annotations/${pointerStep(forceActivationAnnotation)}` }];
}
