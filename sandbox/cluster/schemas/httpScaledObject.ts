import type { StoredObject } from '../definition';
import type { Cause } from '../failure';
import type { Fields } from './rules';
import { at, check, has } from './rules';

const onePort = (value: Fields): boolean => has(value, 'port') === has(value, 'portName');

/** The CEL rules of http.keda.sh/v1alpha1 HTTPScaledObject. */
export function httpScaledObjectRules({ spec }: StoredObject): Cause[] {
  return ['coldStartTimeoutFailoverRef', 'scaleTargetRef'].flatMap((name) =>
    check(at(spec, name), `spec.${name}`, "must define either the 'portName' or the 'port'", onePort),
  );
}
