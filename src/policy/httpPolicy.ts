import { pauseOf } from '../resources/pause';
import { parseQuantity } from '../resources/quantity';
import type { ScaledObject } from '../resources/scaledObject';
import type { ServedModel } from '../resources/servedModel';
import { prometheusHpaMetric } from '../resources/threshold';
import { known } from '../resources/known';
import type { PatchOperation } from './patchOperation';
import { thresholdText } from './thresholdPatch';
import { replicaProblem, thresholdProblem, type PolicyProblem } from './validate';
import { versionTest } from './versionTest';

/**
 * What is edited of a model that requests wake: it lies in its own ScaledObject. KServe does not look at the bounds of
 * the InferenceService there (class external), so that these stay as they are.
 */
export interface HttpPolicy {
  /** 0 lets it sleep. */
  minReplicas: number;
  maxReplicas: number;
  /** Of the first Prometheus trigger; absent: there is none, and only the requests in flight count. */
  threshold?: number;
}

/** KEDA's defaults (apis/keda/v1alpha1/scaledobject_types.go). */
const defaults = { min: 0, max: 100 };

const triggerIndex = ({ spec }: ScaledObject): number =>
  spec.triggers.findIndex(({ type }) => type === 'prometheus');

/** The policy as the ScaledObject has it. NaN: a threshold that cannot be read. */
export function readHttpPolicy(scaledObject: ScaledObject): HttpPolicy {
  const { minReplicaCount = defaults.min, maxReplicaCount = defaults.max, triggers } = scaledObject.spec;
  const trigger = triggers[triggerIndex(scaledObject)];
  return known({
    minReplicas: minReplicaCount,
    maxReplicas: maxReplicaCount,
    threshold: trigger && (parseQuantity(trigger.metadata.threshold) ?? NaN),
  });
}

/** What stands against saving it; empty when nothing does. Here 0 is a minimum: requests wake the model. */
export function httpPolicyProblems({ minReplicas, maxReplicas, threshold }: HttpPolicy): PolicyProblem[] {
  const bounds = [
    replicaProblem('minReplicas', minReplicas, 0),
    replicaProblem('maxReplicas', maxReplicas),
  ].filter((problem) => problem !== undefined);
  const crossed: PolicyProblem[] =
    bounds.length === 0 && maxReplicas < minReplicas
      ? [{ code: 'maxBelowMin', field: 'maxReplicas', value: maxReplicas, limit: minReplicas }]
      : [];
  const trigger = threshold === undefined ? undefined : thresholdProblem(threshold);
  return [...bounds, ...crossed, ...(trigger === undefined ? [] : [trigger])];
}

function boundEdit(
  scaledObject: ScaledObject,
  field: 'minReplicaCount' | 'maxReplicaCount',
  stored: number,
  wanted: number,
): PatchOperation[] {
  if (stored === wanted) return [];
  const path = `/spec/${field}`;
  const value = scaledObject.spec[field];
  // A bound that is not there cannot be tested: the object's version takes its place.
  const test: PatchOperation[] =
    value === undefined ? versionTest(scaledObject) : [{ op: 'test', path, value }];
  return [...test, { op: 'add', path, value: wanted }];
}

/** One JSON patch of the ScaledObject, with a test on all that it changes; empty when nothing differs. No pod restarts. */
export function httpPolicyPatch(scaledObject: ScaledObject, wanted: HttpPolicy): PatchOperation[] {
  const stored = readHttpPolicy(scaledObject);
  const index = triggerIndex(scaledObject);
  const trigger = scaledObject.spec.triggers[index];
  const path = `/spec/triggers/${index.toString()}`;
  const threshold: PatchOperation[] =
    trigger === undefined || wanted.threshold === undefined || wanted.threshold === stored.threshold
      ? []
      : [
          { op: 'test', path, value: trigger },
          { op: 'add', path: `${path}/metadata/threshold`, value: thresholdText(wanted.threshold) },
        ];
  return [
    ...boundEdit(scaledObject, 'minReplicaCount', stored.minReplicas, wanted.minReplicas),
    ...boundEdit(scaledObject, 'maxReplicaCount', stored.maxReplicas, wanted.maxReplicas),
    ...threshold,
  ];
}

/** Whether the ScaledObject carries the policy, and KEDA's HPA too; a paused model has none (KEDA deletes it). */
export function carriesHttpPolicy(
  { scaledObject, kedaHpa, ...model }: ServedModel,
  wanted: HttpPolicy,
): boolean {
  if (scaledObject === undefined || httpPolicyPatch(scaledObject, wanted).length > 0) return false;
  if (kedaHpa === undefined) return pauseOf(scaledObject) !== undefined;
  const target = prometheusHpaMetric({ ...model, scaledObject, kedaHpa })?.external.target;
  const threshold = parseQuantity(target?.type === 'Value' ? target.value : target?.averageValue);
  return (
    (kedaHpa.spec.minReplicas ?? 1) === Math.max(1, wanted.minReplicas) &&
    kedaHpa.spec.maxReplicas === wanted.maxReplicas &&
    threshold === wanted.threshold
  );
}

/** Whether another object makes the ScaledObject, and would write it back: the HTTPScaledObject of an older add-on. */
export function makerOf({ metadata }: ScaledObject): string | undefined {
  return metadata.ownerReferences?.find(({ kind }) => kind === 'HTTPScaledObject')?.name;
}
