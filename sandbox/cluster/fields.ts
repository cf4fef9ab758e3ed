/** Whether a JSON value is an object, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy without some fields. */
export function withoutFields<T extends object, K extends keyof T>(object: T, ...names: K[]): Omit<T, K> {
  const copy = { ...object };
  for (const name of names) Reflect.deleteProperty(copy, name);
  return copy;
}

/** The fields that have a value: JSON knows no undefined. */
export function givenFields<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** The value at a path such as ".spec.replicas"; undefined where there is none. */
export function valueAt(object: unknown, path: string): unknown {
  let value = object;
  for (const part of path.split('.').filter((name) => name !== '')) {
    value = isObject(value) ? value[part] : undefined;
  }
  return value;
}
