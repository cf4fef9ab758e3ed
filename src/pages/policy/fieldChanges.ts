import type { AutoscalingPolicy } from '../../policy/autoscalingPolicy';
import type { HttpPolicy } from '../../policy/httpPolicy';
import type { PolicyTrigger } from '../../policy/trigger';

/** One field of the policy that changes; values as texts, undefined where it is not set. */
export interface FieldChange {
  /** As in the object. */
  field: string;
  before: string | undefined;
  after: string | undefined;
}

type Field = readonly [name: string, value: string | number | undefined];
type Fields = Map<string, string>;

function fieldsOf(policy: AutoscalingPolicy): Fields {
  const { minReplicas, maxReplicas, triggers, scaleUpWindowSeconds, scaleDownWindowSeconds, mode } = policy;
  return present([
    ['autoscalerClass', mode],
    ['minReplicas', minReplicas],
    ['maxReplicas', maxReplicas],
    ['scaleUp.stabilizationWindowSeconds', scaleUpWindowSeconds],
    ['scaleDown.stabilizationWindowSeconds', scaleDownWindowSeconds],
    ...triggers.flatMap(triggerFields),
  ]);
}

function present(fields: readonly Field[]): Fields {
  return new Map(fields.flatMap(([field, value]) => (value === undefined ? [] : [[field, String(value)]])));
}

function triggerFields(trigger: PolicyTrigger, index: number): Field[] {
  const place = `metrics[${index.toString()}]`;
  const { query, threshold, serverAddress, namespace, authentication } = trigger;
  return [
    [`${place}.query`, query],
    [`${place}.threshold`, threshold],
    [`${place}.serverAddress`, serverAddress],
    [`${place}.namespace`, namespace],
    [`${place}.authModes`, authentication?.modes],
    [`${place}.authenticationRef`, authentication?.name],
  ];
}

const placeOfTrigger = /^metrics\[\d+\]/;
const tellingOfTrigger = /\.(?:query|threshold)$/;

/** Of a trigger that is new or goes, what it asks and its threshold say enough. */
function tells(field: string, others: Fields): boolean {
  const place = placeOfTrigger.exec(field)?.[0];
  return place === undefined || others.has(`${place}.query`) || tellingOfTrigger.test(field);
}

/** The fields in which two policies differ, in the order of the first that has them. */
export function fieldChanges(before: AutoscalingPolicy, after: AutoscalingPolicy): FieldChange[] {
  return changesBetween(fieldsOf(before), fieldsOf(after));
}

/** The same of a model that requests wake; fields as in its ScaledObject. */
export function httpFieldChanges(before: HttpPolicy, after: HttpPolicy): FieldChange[] {
  return changesBetween(httpFieldsOf(before), httpFieldsOf(after));
}

function httpFieldsOf(policy: HttpPolicy): Fields {
  return present([
    ['minReplicaCount', policy.minReplicas],
    ['maxReplicaCount', policy.maxReplicas],
    ['cooldownPeriod', policy.cooldownSeconds],
    ['initialCooldownPeriod', policy.initialCooldownSeconds],
    ['scaleUp.stabilizationWindowSeconds', policy.scaleUpWindowSeconds],
    ['scaleDown.stabilizationWindowSeconds', policy.scaleDownWindowSeconds],
    ['threshold', policy.threshold],
  ]);
}

function changesBetween(old: Fields, next: Fields): FieldChange[] {
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter((field) => old.get(field) !== next.get(field) && tells(field, old.has(field) ? next : old))
    .map((field) => ({ field, before: old.get(field), after: next.get(field) }));
}
