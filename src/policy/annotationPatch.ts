import type { KubernetesObject } from '../resources/object';
import type { PatchOperation } from './patchOperation';
import { pointerStep } from './patchOperation';

/** Sets an annotation; a JSON patch cannot add a key to a map that is not there, so the map comes with it then. */
export function annotationPatch(object: KubernetesObject, key: string, value: string): PatchOperation[] {
  return annotationsPatch(object, { [key]: value });
}

/** Sets several annotations; the map comes with them where there is none. */
export function annotationsPatch(
  { metadata }: KubernetesObject,
  values: Readonly<Record<string, string>>,
): PatchOperation[] {
  return metadata.annotations === undefined
    ? [{ op: 'add', path: '/metadata/annotations', value: { ...values } }]
    : Object.entries(values).map(([key, value]) => ({
        op: 'add',
        path: `/metadata/annotations/${pointerStep(key)}`,
        value,
      }));
}
