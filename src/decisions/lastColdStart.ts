import type { Values } from '../resources/values';

/** A start from 0 replicas, as the samples show it. */
export interface ColdStart {
  /** When a replica served, seconds since 1970. */
  at: number;
  /** From the wish for a replica until one served; right to one step of the samples. */
  seconds: number;
}

/** Replicas that are wanted, and those that serve, at times (seconds since 1970) one step apart. */
export interface ReplicaHistory {
  times: readonly number[];
  spec: Values;
  available: Values;
}

/**
 * The newest start from 0 that came to serve; undefined when there was none. One that was given up tells nothing, nor
 * does one with a gap in it; and where a replica still served while the next was wanted, nothing was cold.
 */
export function lastColdStart({ times, spec, available }: ReplicaHistory): ColdStart | undefined {
  let newest: ColdStart | undefined;
  let began: number | undefined;
  times.forEach((time, index) => {
    const [wanted, serving] = [spec[index] ?? null, available[index] ?? null];
    if (wanted === null || serving === null || wanted === 0) {
      began = undefined;
      return;
    }
    if (spec[index - 1] === 0 && available[index - 1] === 0) began = time;
    if (began === undefined || serving === 0) return;
    newest = { at: time, seconds: time - began };
    began = undefined;
  });
  return newest;
}
