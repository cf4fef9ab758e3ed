import type { Cause } from './failure';
import { isObject } from './fields';
import type { Schema } from './structural';

/** What tells an item of a list from the others: itself in a set, its keys in a map; undefined where it may repeat. */
function identityOf(schema: Schema, item: unknown): unknown {
  if (schema['x-kubernetes-list-type'] === 'set') return item;
  if (schema['x-kubernetes-list-type'] !== 'map' || !isObject(item)) return undefined;
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  return Object.fromEntries(keys.map((key) => [key, item[key]]).filter(([, value]) => value !== undefined));
}

/** The items of a set or a map that were there before (apiextensions schema/listtype). */
export function listCauses(schema: Schema, items: readonly unknown[], field: string): Cause[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const identity = identityOf(schema, item);
    if (identity === undefined) return [];
    const text = JSON.stringify(identity);
    if (!seen.has(text)) {
      seen.add(text);
      return [];
    }
    const message = `Duplicate value: ${text}`;
    return [{ reason: 'FieldValueDuplicate', message, field: `${field}[${String(index)}]` }];
  });
}
