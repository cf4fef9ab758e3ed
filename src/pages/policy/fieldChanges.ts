import type { AutoscalingPolicy } from '../../policy/autoscalingPolicy';
import type { PolicyTrigger } from '../../policy/trigger';

/** One field of the policy that changes; values as texts, undefined where it is not set. */
export interface FieldChange {
  /** As in the InferenceService. */
  field: string;
  before: string | undefined;
  after: string | undefined;
}

type Fields = Map<string, string>;

function fieldsOf(policy: AutoscalingPolicy): Fields {
  const { minReplicas, maxReplicas, triggers, scaleUpWindowSeconds, scaleDownWindowSeconds, mode } = policy;
  const fields: (readonly [string, string | number | undefined])[] = [
    ['autoscalerClass', mode],
    ['minReplicas', minReplicas],
    ['maxReplicas', maxReplicas],
    ['scaleUp.stabilizationWindowSeconds', scaleUpWindowSeconds],
    ['scaleDown.stabilizationWindowSeconds', scaleDownWindowSeconds],
    ...triggers.flatMap(triggerFields),
  ];
  return new Map(fields.flatMap(([field, value]) => (value === undefined ? [] : [[field, String(value)]])));
}

function triggerFields(
  trigger: PolicyTrigger,
  index: number,
): (readonly [string, string | number | undefined])[] {
  const place = `metrics[${index.toString()}]`;
  const { query, threshold, serverAddress, namespace, authentication } = trigger;
  return [
    [`${place}.query`, query],
    [`${place}.threshold`, threshold],
    [`${place}.serverAddress`, serverAddress],
    [`${place}.namespace`, namespace],
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
  const [old, next] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter((field) => old.get(field) !== next.get(field) && tells(field, old.has(field) ? next : old))
    .map((field) => ({ field, before: old.get(field), after: next.get(field) }));
}
