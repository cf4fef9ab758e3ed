import type { ScaledObject } from '../resources/scaledObject';
import { httpTriggerIndex, readHttpPolicy, type HttpPolicy } from './httpPolicy';
import type { PatchOperation } from './patchOperation';
import { thresholdText } from './thresholdPatch';
import { versionTest } from './versionTest';
import { behaviorPatch, type BehaviorPlace } from './windowsPatch';

/** One JSON patch of the ScaledObject, with a test on all that it changes; empty when nothing differs. No pod restarts. */
export function httpPolicyPatch(scaledObject: ScaledObject, wanted: HttpPolicy): PatchOperation[] {
  const stored = readHttpPolicy(scaledObject);
  return [
    ...numberEdit(scaledObject, 'minReplicaCount', stored.minReplicas, wanted.minReplicas),
    ...numberEdit(scaledObject, 'maxReplicaCount', stored.maxReplicas, wanted.maxReplicas),
    ...numberEdit(scaledObject, 'cooldownPeriod', stored.cooldownSeconds, wanted.cooldownSeconds),
    ...numberEdit(
      scaledObject,
      'initialCooldownPeriod',
      stored.initialCooldownSeconds,
      wanted.initialCooldownSeconds,
    ),
    ...behaviorPatch(behaviorPlace(scaledObject), wanted),
    ...thresholdEdit(scaledObject, stored.threshold, wanted.threshold),
  ];
}

function numberEdit(
  scaledObject: ScaledObject,
  field: 'minReplicaCount' | 'maxReplicaCount' | 'cooldownPeriod' | 'initialCooldownPeriod',
  stored: number | undefined,
  wanted: number | undefined,
): PatchOperation[] {
  if (stored === wanted) return [];
  const path = `/spec/${field}`;
  const value = scaledObject.spec[field];
  // What is not there cannot be tested: the object's version takes its place.
  const test: PatchOperation[] =
    value === undefined ? versionTest(scaledObject) : [{ op: 'test', path, value }];
  return [...test, wanted === undefined ? { op: 'remove', path } : { op: 'add', path, value: wanted }];
}

function thresholdEdit(
  scaledObject: ScaledObject,
  stored: number | undefined,
  wanted: number | undefined,
): PatchOperation[] {
  const index = httpTriggerIndex(scaledObject);
  const trigger = scaledObject.spec.triggers[index];
  if (trigger === undefined || wanted === undefined || wanted === stored) return [];
  const path = `/spec/triggers/${index.toString()}`;
  return [
    { op: 'test', path, value: trigger },
    { op: 'add', path: `${path}/metadata/threshold`, value: thresholdText(wanted) },
  ];
}

/** The rules lie two maps deep, of which either may be missing: the first that is comes with all that it holds. */
function behaviorPlace(scaledObject: ScaledObject): BehaviorPlace {
  const { advanced } = scaledObject.spec;
  const config = advanced?.horizontalPodAutoscalerConfig;
  const [outer, inner] = ['/spec/advanced', '/spec/advanced/horizontalPodAutoscalerConfig'];
  const path = `${inner}/behavior`;
  return {
    path,
    stored: config?.behavior,
    first: (behavior) => {
      if (advanced === undefined) {
        const value = { horizontalPodAutoscalerConfig: { behavior } };
        return [...versionTest(scaledObject), { op: 'add', path: outer, value }];
      }
      return config === undefined
        ? [
            { op: 'test', path: outer, value: advanced },
            { op: 'add', path: inner, value: { behavior } },
          ]
        : [
            { op: 'test', path: inner, value: config },
            { op: 'add', path, value: behavior },
          ];
    },
  };
}
