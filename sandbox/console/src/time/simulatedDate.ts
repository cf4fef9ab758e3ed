/**
 * The Date of a page whose time is simulated: `new Date()`, `Date()` and `Date.now()` follow `now` (milliseconds),
 * all else is as in `real`. Objects of either are instances of both.
 */
export function simulatedDate(real: DateConstructor, now: () => number): DateConstructor {
  return new Proxy(real, {
    construct: (target, given: unknown[], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
    apply: (target) => new target(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  });
}
