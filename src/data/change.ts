import type { PatchOperation } from '../policy/patchOperation';
import type { Kind } from '../resources/kinds';
import type { KubernetesObject } from '../resources/object';
import type { ServedModel } from '../resources/servedModel';
import { statusOfError, wordsOfError } from './readError';

/** Which object. */
export interface ObjectPlace {
  kind: Kind;
  namespace: string;
  name: string;
}

/** One patch of one object. */
export interface Write extends ObjectPlace {
  patch: readonly PatchOperation[];
  /** The object that the patch was made for. */
  seen?: KubernetesObject;
}

/** A change of a model: a write, what has to follow it, and how to see that it arrived. */
export interface Change {
  /** Absent when something only has to be removed. */
  write?: Write;
  /** An object that has to go after the write: KServe's own HPA, which nobody else removes. */
  remove?: ObjectPlace;
  /** Whether the watched objects carry the change, down to the autoscaler. */
  arrived: (model: ServedModel) => boolean;
}

export type ChangeStep = 'check' | 'write' | 'remove' | 'follow' | 'done';

/** Why a change stopped, with the server's own words. */
export interface ChangeError {
  step: ChangeStep;
  /**
   * conflict: somebody else changed the object meanwhile. refused: the server or a webhook does not accept it.
   * late: it is written, but the cluster has not taken it over in time. nothing: there is nothing to write.
   */
  code: 'conflict' | 'forbidden' | 'refused' | 'failed' | 'late' | 'nothing';
  message: string;
}

/** What a change does to the cluster. */
export interface ChangeCluster {
  /** Rejects with what the console's fetch rejects with. */
  patch: (write: Write, dryRun: boolean) => Promise<void>;
  remove: (place: ObjectPlace) => Promise<void>;
  /** Resolves with the watched model as soon as it satisfies the condition; rejects with TooLate after a while. */
  until: (condition: (model: ServedModel) => boolean) => Promise<ServedModel>;
}

/** What was written has not arrived in time. */
export class TooLate extends Error {}

/** 422 without causes is a failed `test` of the patch (apiserver patch.go); with causes it is a refusal. */
export function codeOf(error: unknown): ChangeError['code'] {
  if (error instanceof TooLate) return 'late';
  const status = statusOfError(error);
  if (status === 409) return 'conflict';
  if (status === 403) return wordsOfError(error).includes('admission webhook') ? 'refused' : 'forbidden';
  if (status === 422 && /the server rejected our request/i.test(wordsOfError(error))) return 'conflict';
  return status !== undefined && status >= 400 && status < 500 ? 'refused' : 'failed';
}

/**
 * Tries the patch as a dry run, writes it, removes what is in the way, and waits until the watched objects carry it.
 * Tells each step as it begins. Returns the error that stopped it.
 */
export async function runChange(
  change: Change,
  cluster: ChangeCluster,
  tell: (step: ChangeStep) => void,
): Promise<ChangeError | undefined> {
  let step: ChangeStep = 'check';
  const begin = (next: ChangeStep): void => {
    step = next;
    tell(next);
  };
  try {
    if (change.write?.patch.length === 0) return { step, code: 'nothing', message: '' };
    if (change.write !== undefined) {
      begin('check');
      await cluster.patch(change.write, true);
      begin('write');
      await cluster.patch(change.write, false);
    }
    if (change.remove !== undefined) {
      begin('remove');
      await removeIfThere(change.remove, cluster);
    }
    begin('follow');
    await cluster.until(change.arrived);
    begin('done');
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    return { step, code, message: code === 'late' ? '' : wordsOfError(error) };
  }
}

/** Deletes an object; one that is gone already is fine. */
export async function removeIfThere(
  place: ObjectPlace,
  cluster: Pick<ChangeCluster, 'remove'>,
): Promise<void> {
  try {
    await cluster.remove(place);
  } catch (error) {
    if (statusOfError(error) !== 404) throw error;
  }
}
