import { findCondition } from '../resources/conditions';
import { known } from '../resources/known';
import type { Condition } from '../resources/object';
import { pauseOf } from '../resources/pause';
import { timeOf } from '../resources/time';
import type { Rule } from './statusInput';

const paused: Rule = ({ model: { scaledObject }, replicas }) => {
  const pause = scaledObject && pauseOf(scaledObject);
  if (pause === undefined) return undefined;
  const { pausedAt, since, by } = pause;
  return known({ code: 'paused' as const, replicas: replicas.spec, pausedAt, since, by });
};

const readiness: Rule = ({ model: { scaledObject } }) => {
  if (scaledObject === undefined) return undefined;
  const ready = findCondition(scaledObject.status?.conditions, 'Ready');
  if (ready?.status === 'True') return undefined;
  // KEDA sets its conditions to Unknown, without a reason, before it looks at the object for the first time.
  if (ready === undefined || (ready.status === 'Unknown' && (ready.reason ?? '') === '')) {
    return known({ code: 'waitingForKeda' as const, since: timeOf(scaledObject.metadata.creationTimestamp) });
  }
  if (ready.status === 'Unknown') return { code: 'degraded', ...words(ready) };
  return ready.reason === 'TriggerError'
    ? { code: 'queryFails', source: 'keda', ...words(ready) }
    : { code: 'notReady', ...words(ready) };
};

/** ScalingDisabled only says that the HPA rests at 0 replicas. */
const hpaCannotRead: Rule = ({ model: { kedaHpa } }) => {
  const active = findCondition(kedaHpa?.status?.conditions, 'ScalingActive');
  return active?.status === 'False' && active.reason !== 'ScalingDisabled'
    ? { code: 'queryFails', source: 'hpa', ...words(active) }
    : undefined;
};

/** FailedGetScale and the like: the HPA cannot act on its target. */
const hpaCannotScale: Rule = ({ model: { kedaHpa } }) => {
  const able = findCondition(kedaHpa?.status?.conditions, 'AbleToScale');
  return able?.status === 'False' ? { code: 'notReady', ...words(able) } : undefined;
};

/** The replicas are those of the fallback, not of the load. */
const fallback: Rule = ({ model: { scaledObject } }) => {
  const condition = findCondition(scaledObject?.status?.conditions, 'Fallback');
  return condition?.status === 'True' ? { code: 'degraded', ...words(condition) } : undefined;
};

/** KEDA is content, but its HPA is not there (yet): a moment after a resume, or somebody deleted it. */
const hpaMissing: Rule = ({ model: { scaledObject, kedaHpa }, missing }) => {
  const isUnread = missing.some(({ plural }) => plural === 'horizontalpodautoscalers');
  if (scaledObject === undefined || kedaHpa !== undefined || isUnread) return undefined;
  return known({ code: 'waitingForKeda' as const });
};

/** What the ScaledObject and the HPA of KEDA say of themselves. */
export const scaledObjectRules: readonly Rule[] = [
  paused,
  readiness,
  hpaCannotRead,
  hpaCannotScale,
  fallback,
  hpaMissing,
];

function words({ reason, message }: Condition) {
  return known({ reason, message });
}
