import type { KubernetesObject } from '../resources/object';
import type { PatchOperation } from './patchOperation';
import { pointerStep } from './patchOperation';

/** Sets an annotation; a JSON patch cannot add a key to a map that is not there, so the map comes with it then. */
export function annotationPatch(
  { metadata }: KubernetesObject,
  key: string,
  value: string,
): PatchOperation[] {
  return metadata.annotations === undefined
    ? [{ op: 'add', path: '/metadata/annotations', value: { [key]: value } }]
    : [{ op: 'add', path: `/metadata/annotations/${pointerStep(key)}`, value }];
}
