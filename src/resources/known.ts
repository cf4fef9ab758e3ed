/** T with each member that may be undefined made optional instead. */
export type Known<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The members that are not undefined: with exactOptionalPropertyTypes "not known" means "not there". */
export function known<T extends object>(facts: T): Known<T>;
export function known(facts: object): object {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
