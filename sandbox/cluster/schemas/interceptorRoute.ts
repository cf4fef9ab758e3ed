import type { StoredObject } from '../definition';
import type { Cause } from '../failure';
import type { Fields } from './rules';
import { at, check, has, notOnePort } from './rules';

const twoBodies = (value: Fields): boolean => has(value, 'body') && has(value, 'bodyFromConfigMap');
const portMessage = "exactly one of 'port' or 'portName' must be set";
const bodyMessage = "at most one of 'body' or 'bodyFromConfigMap' may be set";

/** The CEL rules of http.keda.sh/v1beta1 InterceptorRoute (http-add-on 0.14). */
export function interceptorRouteRules({ spec }: StoredObject): Cause[] {
  const coldStart = at(spec, 'coldStart');
  const placeholder = at(at(coldStart, 'placeholder'), 'response');
  const backup = at(at(coldStart, 'fallback'), 'service');
  const staticRoutes = Array.isArray(spec?.staticRoutes) ? (spec.staticRoutes as unknown[]) : [];
  return [
    ...check(at(spec, 'target'), 'spec.target', portMessage, notOnePort),
    ...check(
      at(spec, 'scalingMetric'),
      'spec.scalingMetric',
      "at least one of 'concurrency' or 'requestRate' must be set",
      (value) => !has(value, 'concurrency') && !has(value, 'requestRate'),
    ),
    ...check(
      coldStart,
      'spec.coldStart',
      "at least one of 'fallback' or 'placeholder' must be set",
      (value) => !has(value, 'fallback') && !has(value, 'placeholder'),
    ),
    ...check(backup, 'spec.coldStart.fallback.service', portMessage, notOnePort),
    ...check(placeholder, 'spec.coldStart.placeholder.response', bodyMessage, twoBodies),
    ...staticRoutes.flatMap((route, index) =>
      check(at(route, 'response'), `spec.staticRoutes[${String(index)}].response`, bodyMessage, twoBodies),
    ),
  ];
}
