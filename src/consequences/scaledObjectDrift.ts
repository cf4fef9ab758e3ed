import { storedTriggers, readAutoscalingPolicy } from '../policy/autoscalingPolicy';
import { changedAt, settleMs } from '../resources/changedAt';
import { isOwnedBy } from '../resources/owner';
import { parseQuantity } from '../resources/quantity';
import type { ScaledObject, Trigger } from '../resources/scaledObject';
import type { ServedModel } from '../resources/servedModel';

/** One field in which a ScaledObject is not what its InferenceService asks for; undefined where one side has none. */
export interface Drift {
  field: string;
  asked: string | undefined;
  found: string | undefined;
}

/** What KServe never writes (keda_reconciler.go): it is taken off the next time that KServe writes. */
const neverWritten = [
  'pollingInterval',
  'cooldownPeriod',
  'initialCooldownPeriod',
  'idleReplicaCount',
  'fallback',
] as const;

/**
 * Where KServe's own ScaledObject differs from what the InferenceService asks for: somebody edited it by hand, which
 * KServe undoes, or KServe cannot write it, which it says nowhere on the InferenceService. Empty for an edit of the
 * InferenceService that is younger than 30 s: it is on its way. `now` in ms since 1970.
 */
export function scaledObjectDrift(model: ServedModel, now: number): Drift[] {
  const { inferenceService, scaledObject } = model;
  const policy = readAutoscalingPolicy(inferenceService);
  if (policy.mode !== 'keda' || scaledObject === undefined) return [];
  if (!isOwnedBy(scaledObject, inferenceService)) return [];
  if (now - (changedAt(inferenceService) ?? 0) < settleMs) return [];
  const { minReplicas, maxReplicas = 0 } = policy;
  const { spec } = scaledObject;
  return [
    ...difference('minReplicaCount', minReplicas, spec.minReplicaCount ?? 0),
    ...difference('maxReplicaCount', Math.max(minReplicas, maxReplicas), spec.maxReplicaCount),
    ...triggerDrift(model, spec.triggers),
    ...neverWritten.flatMap((field) => difference(field, undefined, textOf(spec[field]))),
    ...windowDrift(policy, scaledObject),
  ];
}

type Value = string | number | undefined;

function textOf(value: ScaledObject['spec'][(typeof neverWritten)[number]]): Value {
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

function difference(field: string, asked: Value, found: Value): Drift[] {
  return asked === found ? [] : [{ field, asked: asked?.toString(), found: found?.toString() }];
}

/** Metrics of other kinds become triggers of other types; only those of Prometheus are compared. */
function triggerDrift({ inferenceService }: ServedModel, triggers: readonly Trigger[]): Drift[] {
  const asked = storedTriggers(inferenceService).map(({ trigger }) => trigger);
  const found = triggers.filter(({ type }) => type === 'prometheus');
  if (asked.length !== found.length) return difference('triggers', asked.length, found.length);
  return asked.flatMap(({ query, threshold, serverAddress, namespace }, index) => {
    const { metadata = {} } = found[index] ?? {};
    const place = `triggers[${index.toString()}]`;
    const sameThreshold = Number.isNaN(threshold) || parseQuantity(metadata.threshold) === threshold;
    return [
      ...difference(`${place}.query`, query, metadata.query ?? ''),
      ...(sameThreshold ? [] : difference(`${place}.threshold`, threshold, metadata.threshold)),
      ...difference(`${place}.serverAddress`, serverAddress, metadata.serverAddress ?? ''),
      ...difference(`${place}.namespace`, namespace ?? '', metadata.namespace ?? ''),
    ];
  });
}

/** A window that is not asked for may be anything; a KServe before 0.16 writes none at all. */
function windowDrift(
  { scaleUpWindowSeconds, scaleDownWindowSeconds }: ReturnType<typeof readAutoscalingPolicy>,
  { spec }: ScaledObject,
): Drift[] {
  const behavior = spec.advanced?.horizontalPodAutoscalerConfig?.behavior;
  if (behavior === undefined) return [];
  const asked = { scaleUp: scaleUpWindowSeconds, scaleDown: scaleDownWindowSeconds };
  return (['scaleUp', 'scaleDown'] as const).flatMap((direction) =>
    asked[direction] === undefined
      ? []
      : difference(
          `${direction}.stabilizationWindowSeconds`,
          asked[direction],
          behavior[direction]?.stabilizationWindowSeconds,
        ),
  );
}
