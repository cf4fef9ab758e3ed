import { isDeepStrictEqual } from 'node:util';

/** A field with fields of its own, as a merge patch sees it: a list is one value. */
export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object with the patch merged into it; null in the patch deletes (RFC 7396). */
export function mergedInto(object: unknown, patch: Fields): Fields {
  const result: Record<string, unknown> = isFields(object) ? { ...object } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, name);
    else result[name] = isFields(value) ? mergedInto(result[name], value) : value;
  }
  return result;
}

/** The patch that takes `patch` back once it was merged into `object`. */
export function undoOf(object: unknown, patch: Fields): Fields {
  const fields = isFields(object) ? object : {};
  return Object.fromEntries(
    Object.entries(patch).map(([name, value]) => {
      const before = fields[name];
      return [name, isFields(value) && isFields(before) ? undoOf(before, value) : (before ?? null)];
    }),
  );
}

/** What of `undo` still applies: fields that have another value by now than the one we set belong to somebody else. */
export function stillOurs(undo: Fields, ours: Fields, now: unknown): Fields {
  const fields = isFields(now) ? now : {};
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(ours)) {
    const before = undo[name] ?? null;
    const current = fields[name];
    if (isDeepStrictEqual(current, value)) kept[name] = before;
    else if (isFields(value) && isFields(current)) kept[name] = groupUndo(before, value, current);
  }
  return kept;
}

/** Somebody changed a group: what is ours in it goes, the rest stays. A group that we made goes when nothing is left. */
function groupUndo(before: unknown, ours: Fields, now: Fields): Fields | null {
  const undo = stillOurs(isFields(before) ? before : {}, ours, now);
  return before === null && Object.keys(mergedInto(now, undo)).length === 0 ? null : undo;
}
