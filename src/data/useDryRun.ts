import { useEffect, useRef, useState } from 'react';
import type { PatchOperation } from '../policy/patchOperation';
import { meaningOf } from '../policy/rebasedPatch';
import type { InferenceService } from '../resources/inferenceService';
import { inferenceServiceKind } from '../resources/kinds';
import { codeOf, type ChangeError } from './change';
import { sendPatch } from './consoleCluster';
import { wordsOfError } from './readError';
import { useSame } from './useSame';

/** What the server says of a patch that it only tried. */
export type DryRun =
  /** Nothing to try. */
  | { state: 'idle' }
  | { state: 'checking' }
  /** `result`: what it would store; `at`: milliseconds since 1970. */
  | { state: 'accepted'; at: number; result: InferenceService }
  /** The server's words. */
  | { state: 'refused'; at: number; code: ChangeError['code']; message: string };

interface Answered {
  tried: object;
  dryRun: DryRun;
}

/** A pause in typing, in milliseconds. */
const pause = 600;

async function tryPatch(seen: InferenceService, patch: readonly PatchOperation[]): Promise<DryRun> {
  const { namespace = '', name } = seen.metadata;
  try {
    const result = await sendPatch({ kind: inferenceServiceKind, namespace, name, patch, seen }, seen, true);
    return { state: 'accepted', at: Date.now(), result };
  } catch (error) {
    return { state: 'refused', at: Date.now(), code: codeOf(error), message: wordsOfError(error) };
  }
}

/**
 * Tries the patch of an InferenceService on the server without storing it, once nobody types any more. The same patch is
 * tried once, whatever else changes of the object; one for a version again when more than the status changed.
 */
export function useDryRun(inferenceService: InferenceService, typed: readonly PatchOperation[]): DryRun {
  const [answered, setAnswered] = useState<Answered>();
  const tried = useSame(meaningOf(typed, inferenceService));
  const latest = useRef({ seen: inferenceService, patch: typed });
  useEffect(() => {
    latest.current = { seen: inferenceService, patch: typed };
  }, [inferenceService, typed]);
  useEffect(() => {
    // What the patch was made for: by the time that it is sent, its status may have moved on.
    const { seen, patch } = latest.current;
    if (patch.length === 0) return undefined;
    let left = false;
    const timer = setTimeout(() => {
      void tryPatch(seen, patch).then((dryRun) => {
        if (!left) setAnswered({ tried, dryRun });
      });
    }, pause);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [tried]);
  if (typed.length === 0) return { state: 'idle' };
  return answered?.tried === tried ? answered.dryRun : { state: 'checking' };
}
