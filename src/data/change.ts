import type { PatchOperation } from '../policy/patchOperation';
import type { Kind } from '../resources/kinds';
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
}

/** A change of a model: a write, what has to follow it, and how to see that it arrived. */
export interface Change {
  /** Absent when something only has to be removed. */
  write?: Write;
  /** An object that has to go after the write: KServe's own HPA, which nobody else removes. */
  remove?: ObjectPlace;
  /** Whether the watched objects carry the change, down to the autoscaler. */
  arrived: (model: ServedModel) => boolean;
  /** A second write that the arrived change made necessary. */
  repair?: (model: ServedModel) => Write | undefined;
}

export type ChangeStep = 'check' | 'write' | 'remove' | 'follow' | 'done';

/** Why a change stopped, with the server's own words. */
export interface ChangeError {
  step: ChangeStep;
  /** conflict: somebody else changed the object meanwhile. refused: the server or a webhook does not accept it. */
  code: 'conflict' | 'forbidden' | 'refused' | 'failed';
  message: string;
}

/** What a change does to the cluster. */
export interface ChangeCluster {
  /** Rejects with what the console's fetch rejects with. */
  patch: (write: Write, dryRun: boolean) => Promise<void>;
  remove: (place: ObjectPlace) => Promise<void>;
  /** Resolves with the watched model as soon as it satisfies the condition. */
  until: (condition: (model: ServedModel) => boolean) => Promise<ServedModel>;
}

/** 422 without causes is a failed `test` of the patch (apiserver patch.go); with causes it is a refusal. */
function codeOf(error: unknown): ChangeError['code'] {
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
    const model = await cluster.until(change.arrived);
    const repair = change.repair?.(model);
    if (repair !== undefined) await cluster.patch(repair, false);
    begin('done');
    return undefined;
  } catch (error) {
    return { step, code: codeOf(error), message: wordsOfError(error) };
  }
}

async function removeIfThere(place: ObjectPlace, cluster: ChangeCluster): Promise<void> {
  try {
    await cluster.remove(place);
  } catch (error) {
    if (statusOfError(error) !== 404) throw error;
  }
}
