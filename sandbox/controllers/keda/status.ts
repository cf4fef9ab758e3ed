import { findCondition } from '../../../src/resources/conditions';
import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import { scaledObjectKind } from '../../../src/resources/kinds';
import type { Condition } from '../../../src/resources/object';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import type { KubeClient } from '../../client/kubeClient';
import { sameJson } from '../json';

/** Fields of status.conditions that are set; KEDA's conditions have no transition time. */
type Status = NonNullable<ScaledObject['status']>;
/** What a status patch may hold: null removes a field. */
export type StatusPatch = { [Field in keyof Status]: Status[Field] | null };

const initial: readonly Condition[] = ['Ready', 'Active', 'Fallback', 'Paused'].map((type) => ({
  type,
  status: type === 'Paused' ? 'False' : 'Unknown',
}));

/** The conditions with the given ones put in; a ScaledObject without any starts with KEDA's four. */
export function withConditions(scaledObject: ScaledObject, changes: readonly Condition[]): Condition[] {
  const { conditions } = scaledObject.status ?? {};
  const known: readonly Condition[] =
    conditions === undefined || conditions.length === 0 ? initial : conditions;
  const kept = known.map((condition) => findCondition(changes, condition.type) ?? condition);
  return [...kept, ...changes.filter(({ type }) => findCondition(known, type) === undefined)];
}

/** Writes what differs to the status; returns the ScaledObject as it is then. */
export async function patchStatus(
  client: KubeClient,
  scaledObject: ScaledObject,
  patch: StatusPatch,
): Promise<ScaledObject> {
  const current: Record<string, unknown> = { ...scaledObject.status };
  const changes = Object.entries(patch).filter(([name, value]) =>
    value === null ? current[name] !== undefined : !sameJson(value, current[name]),
  );
  if (changes.length === 0) return scaledObject;
  return client.mergePatch(
    scaledObjectKind,
    scaledObject.metadata,
    { status: Object.fromEntries(changes) },
    'status',
  );
}

/** KEDA 2.20's HPAActive, which repeats the HPA's ScalingActive; a target at 0 replicas is no fault. */
export function hpaActive(hpa: HorizontalPodAutoscaler | undefined): Condition[] {
  const active = findCondition(hpa?.status?.conditions, 'ScalingActive');
  if (active === undefined) return [];
  const { reason = '', message = '' } = active;
  if (active.status === 'True')
    return [{ type: 'HPAActive', status: 'True', reason: 'HPAActive', message: 'HPA is active' }];
  const status = reason === 'ScalingDisabled' ? 'True' : 'False';
  return [{ type: 'HPAActive', status, reason, message }];
}

/** The Fallback condition; nothing before the HPA has asked for a metric. */
export function fallbackCondition(asked: boolean, fallbacks: number): Condition[] {
  if (!asked) return [];
  return fallbacks > 0
    ? [
        {
          type: 'Fallback',
          status: 'True',
          reason: 'FallbackExists',
          message: 'At least one trigger is falling back on this scaled object',
        },
      ]
    : [
        {
          type: 'Fallback',
          status: 'False',
          reason: 'NoFallbackFound',
          message: 'No fallbacks are active on this scaled object',
        },
      ];
}
