import type { KubernetesObject } from '../resources/object';
import type { PatchOperation } from './patchOperation';

const versionPath = '/metadata/resourceVersion';

/** Whether the patch holds only for one version of the object. */
export function testsVersion(patch: readonly PatchOperation[]): boolean {
  return patch.some(({ op, path }) => op === 'test' && path === versionPath);
}

/** The patch for whichever version of the object there is. */
export function withoutVersion(patch: readonly PatchOperation[]): readonly PatchOperation[] {
  return patch.filter(({ path }) => path !== versionPath);
}

/** What a patch for an object means, whichever version it holds for: the same after a write of the status alone. */
export function meaningOf(patch: readonly PatchOperation[], seen: KubernetesObject): object {
  if (!testsVersion(patch)) return { patch };
  return { patch: withoutVersion(patch), object: withoutTraces(seen) };
}

/**
 * The patch for the object as it is `now`. Controllers write the status of a model all the time, and each write gives it
 * a new version: where nothing else has changed since it was `seen`, the patch still means the same and takes the new
 * version. Otherwise it stays as it is, and the server refuses it.
 */
export function rebasedPatch(
  patch: readonly PatchOperation[],
  seen: KubernetesObject,
  now: KubernetesObject,
): readonly PatchOperation[] {
  const { resourceVersion } = now.metadata;
  if (resourceVersion === undefined || !isSame(withoutTraces(seen), withoutTraces(now))) return patch;
  return patch.map((operation) =>
    operation.op === 'test' && operation.path === versionPath
      ? { ...operation, value: resourceVersion }
      : operation,
  );
}

/** The object without what each write of a status changes. */
function withoutTraces({ metadata, ...object }: KubernetesObject): object {
  return {
    ...object,
    status: undefined,
    metadata: { ...metadata, resourceVersion: undefined, managedFields: undefined },
  };
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...left.keys(), ...right.keys()])].every((key) =>
    isSame(left.get(key), right.get(key)),
  );
}
