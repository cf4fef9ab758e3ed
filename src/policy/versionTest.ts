import type { KubernetesObject } from '../resources/object';
import type { PatchOperation } from './patchOperation';

/** Makes the server refuse the patch when the object has changed since it was read; nothing for one never stored. */
export function versionTest({ metadata }: KubernetesObject): PatchOperation[] {
  return metadata.resourceVersion === undefined
    ? []
    : [{ op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion }];
}
