import { k8sPatch } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect, useRef, useState } from 'react';
import type { PatchOperation } from '../policy/patchOperation';
import type { InferenceService } from '../resources/inferenceService';
import { inferenceServiceKind } from '../resources/kinds';
import { codeOf, type ChangeError } from './change';
import { consoleModel } from './consoleModel';
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
  tried: readonly PatchOperation[];
  dryRun: DryRun;
}

/** A pause in typing, in milliseconds. */
const pause = 600;

async function tryPatch(resource: InferenceService, patch: readonly PatchOperation[]): Promise<DryRun> {
  try {
    const result = await k8sPatch<InferenceService>({
      model: consoleModel(inferenceServiceKind),
      resource,
      data: [...patch],
      // Strict: a field that this cluster's KServe does not know is refused, and not dropped in silence.
      queryParams: { dryRun: 'All', fieldValidation: 'Strict' },
    });
    return { state: 'accepted', at: Date.now(), result };
  } catch (error) {
    return { state: 'refused', at: Date.now(), code: codeOf(error), message: wordsOfError(error) };
  }
}

/**
 * Tries the patch of an InferenceService on the server without storing it, once nobody types any more. The same patch is
 * tried once, whatever else changes of the object.
 */
export function useDryRun(inferenceService: InferenceService, typed: readonly PatchOperation[]): DryRun {
  const [answered, setAnswered] = useState<Answered>();
  const patch = useSame(typed);
  const latest = useRef(inferenceService);
  useEffect(() => {
    latest.current = inferenceService;
  }, [inferenceService]);
  useEffect(() => {
    if (patch.length === 0) return undefined;
    let left = false;
    const timer = setTimeout(() => {
      void tryPatch(latest.current, patch).then((dryRun) => {
        if (!left) setAnswered({ tried: patch, dryRun });
      });
    }, pause);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [patch]);
  if (patch.length === 0) return { state: 'idle' };
  return answered?.tried === patch ? answered.dryRun : { state: 'checking' };
}
