import { applyPatch } from 'fast-json-patch';
import type { Operation } from 'fast-json-patch';
import type { Definition } from './definition';
import { badRequest, Failure, patchRejected } from './failure';
import { isObject } from './fields';

/** RFC 7396. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(merged, name);
    else merged[name] = mergePatch(merged[name], value);
  }
  return merged;
}

const named = (list: unknown): list is { name: string }[] =>
  Array.isArray(list) && list.every((item) => isObject(item) && typeof item.name === 'string');

/** kubectl's notes on the order of lists: nothing here depends on it. */
const isOrderNote = (name: string): boolean => name.startsWith('$setElementOrder/');

function mergeNamed(target: { name: string }[], patch: { name: string }[]): unknown[] {
  const changes = new Map(patch.map((item) => [item.name, item]));
  const names = new Set(target.map(({ name }) => name));
  const isDeleted = (item: object | undefined): boolean =>
    isObject(item) && '$patch' in item && item.$patch === 'delete';
  const changed = target.flatMap((item) => {
    const change = changes.get(item.name);
    if (isDeleted(change)) return [];
    return [change === undefined ? item : strategicMerge(item, change)];
  });
  return [...changed, ...patch.filter((item) => !names.has(item.name) && !isDeleted(item))];
}

/** A merge patch whose lists of named items (containers, env, ports) merge by name, as built-in kinds do. */
export function strategicMerge(target: unknown, patch: unknown): unknown {
  if (named(patch) && named(target)) return mergeNamed(target, patch);
  if (!isObject(patch)) return patch;
  if ('$patch' in patch || '$retainKeys' in patch)
    throw badRequest('this server does not know the directives $patch and $retainKeys of objects');
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (isOrderNote(name)) continue;
    if (value === null) Reflect.deleteProperty(merged, name);
    else merged[name] = strategicMerge(merged[name], value);
  }
  return merged;
}

function jsonPatch(target: unknown, operations: unknown): unknown {
  if (!Array.isArray(operations)) {
    throw badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type jsonpatch.Patch',
    );
  }
  try {
    return applyPatch(structuredClone(target), operations as Operation[], true).newDocument;
  } catch {
    throw patchRejected();
  }
}

const jsonPatchType = 'application/json-patch+json';
const mergePatchType = 'application/merge-patch+json';
const strategicType = 'application/strategic-merge-patch+json';

/** The object with the patch applied; throws the Failure of the real server for a type or a patch that it refuses. */
export function patched(
  definition: Definition,
  target: unknown,
  contentType: string,
  patch: unknown,
): unknown {
  if (contentType === jsonPatchType) return jsonPatch(target, patch);
  if (contentType === mergePatchType) return mergePatch(target, patch);
  if (contentType === strategicType && !definition.custom) return strategicMerge(target, patch);
  const accepted = [
    jsonPatchType,
    mergePatchType,
    ...(definition.custom ? [] : [strategicType]),
    'application/apply-patch+yaml',
  ];
  const message = `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`;
  throw new Failure(415, 'UnsupportedMediaType', message);
}
