import type { KubernetesEvent } from '../resources/event';
import type { ServedModel } from '../resources/servedModel';
import { aServedModel } from '../resources/testObjects';
import type { FollowThrough, FollowWorld } from './followThrough';

/** A world that shows one state of the model after another, a second apart. */
export function world(
  states: (Partial<ServedModel> | undefined | Error)[],
  patch = jest.fn().mockResolvedValue(undefined),
  warnings: readonly KubernetesEvent[] = [],
) {
  let time = 0;
  const left = [...states];
  const wait = (): Promise<void> => {
    time += 1000;
    return Promise.resolve();
  };
  const all: FollowWorld = {
    patch,
    remove: jest.fn().mockResolvedValue(undefined),
    warnings: () => Promise.resolve(warnings),
    read: () => {
      const state = left.length > 1 ? left.shift() : left[0];
      return state instanceof Error
        ? Promise.reject(state)
        : Promise.resolve(state === undefined ? undefined : aServedModel(state));
    },
    now: () => time,
    wait: jest.fn(wait),
    waitInView: jest.fn(wait),
  };
  return { all, patch };
}

/** The following, when nobody looks any more. */
export async function settled(follow: FollowThrough, key: string) {
  for (let turn = 0; turn < 50_000 && follow.of(key)?.over === undefined; turn += 1) await Promise.resolve();
  return follow.of(key);
}
