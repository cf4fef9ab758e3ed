/** T with each member that may be undefined made optional instead. */
export type Known<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The members that are not undefined: with exactOptionalPropertyTypes "not known" means "not there". */
export function known<T extends object>(facts: T): Known<T>;
export function known(facts: object): object {
  const names = Object.keys(facts);
  // Runs many times for each of thousands of models, mostly with all facts known.
  if (names.every((name) => Reflect.get(facts, name) !== undefined)) return facts;
  const result = {};
  for (const name of names) {
    const value: unknown = Reflect.get(facts, name);
    if (value !== undefined) Reflect.set(result, name, value);
  }
  return result;
}
