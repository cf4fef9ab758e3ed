import type { StoredObject } from '../definition';
import type { Cause } from '../failure';
import { at, check, notOnePort } from './rules';

/** The CEL rules of http.keda.sh/v1alpha1 HTTPScaledObject. */
export function httpScaledObjectRules({ spec }: StoredObject): Cause[] {
  return ['coldStartTimeoutFailoverRef', 'scaleTargetRef'].flatMap((name) =>
    check(at(spec, name), `spec.${name}`, "must define either the 'portName' or the 'port'", notOnePort),
  );
}
