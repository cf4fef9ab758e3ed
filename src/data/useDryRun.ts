import { useEffect, useRef, useState } from 'react';
import type { PatchOperation } from '../policy/patchOperation';
import { meaningOf, withoutVersion } from '../policy/rebasedPatch';
import type { Kind } from '../resources/kinds';
import type { KubernetesObject } from '../resources/object';
import { codeOf, type ChangeError } from './change';
import { sendPatch } from './consoleCluster';
import { wordsOfError } from './readError';
import { useSame } from './useSame';

/** What the server says of a patch that it only tried. */
export type DryRun<T extends KubernetesObject> =
  /** Nothing to try. */
  | { state: 'idle' }
  | { state: 'checking' }
  /** `result`: what it would store; `at`: milliseconds since 1970. */
  | { state: 'accepted'; at: number; result: T }
  /** The server's words. */
  | { state: 'refused'; at: number; code: ChangeError['code']; message: string };

interface Answered<T extends KubernetesObject> {
  tried: object;
  dryRun: DryRun<T>;
}

/** A pause in typing, in milliseconds. */
const pause = 600;

async function tryPatch<T extends KubernetesObject>(
  kind: Kind,
  seen: T,
  patch: readonly PatchOperation[],
): Promise<DryRun<T>> {
  const { namespace = '', name } = seen.metadata;
  try {
    // For the object as it is by then: controllers write the status of one that changes many times a second.
    const result = await sendPatch({ kind, namespace, name, patch: withoutVersion(patch) }, seen, true);
    return { state: 'accepted', at: Date.now(), result };
  } catch (error) {
    return { state: 'refused', at: Date.now(), code: codeOf(error), message: wordsOfError(error) };
  }
}

/**
 * Tries the patch of an object on the server without storing it, once nobody types any more. The same patch is
 * tried once, whatever else changes of the object; one for a version again when more than the status changed.
 */
export function useDryRun<T extends KubernetesObject>(
  kind: Kind,
  object: T,
  typed: readonly PatchOperation[],
): DryRun<T> {
  const [answered, setAnswered] = useState<Answered<T>>();
  const tried = useSame(meaningOf(typed, object));
  const latest = useRef({ seen: object, patch: typed });
  useEffect(() => {
    latest.current = { seen: object, patch: typed };
  }, [object, typed]);
  useEffect(() => {
    // What the patch was made for: by the time that it is sent, its status may have moved on.
    const { seen, patch } = latest.current;
    if (patch.length === 0) return undefined;
    let left = false;
    const timer = setTimeout(() => {
      void tryPatch(kind, seen, patch).then((dryRun) => {
        if (!left) setAnswered({ tried, dryRun });
      });
    }, pause);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [kind, tried]);
  if (typed.length === 0) return { state: 'idle' };
  return answered?.tried === tried ? answered.dryRun : { state: 'checking' };
}
