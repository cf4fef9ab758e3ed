import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sVerb } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';
import type { Kind } from '../resources/kinds';

/** Whether the user may do one thing. */
export interface Access {
  state: 'loading' | 'allowed' | 'denied';
  /** The right as an administrator knows it, such as "patch inferenceservices.serving.kserve.io". */
  right: string;
  namespace: string;
}

/** Reviews one right in a project; the same object until the outcome changes. */
export function useRight(verb: K8sVerb, kind: Kind, namespace: string): Access {
  const [allowed, loading] = useAccessReview({ group: kind.group, resource: kind.plural, verb, namespace });
  const state = loading ? 'loading' : allowed ? 'allowed' : 'denied';
  return useMemo(
    () => ({ state, right: `${verb} ${kind.plural}.${kind.group}`, namespace }),
    [state, verb, kind, namespace],
  );
}
