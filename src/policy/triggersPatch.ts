import type { AutoScalingMetric, ExternalMetric, InferenceService } from '../resources/inferenceService';
import { known } from '../resources/known';
import { alignTriggers } from './alignTriggers';
import { storedTriggers, type StoredTrigger } from './autoscalingPolicy';
import type { PatchOperation } from './patchOperation';
import { targetChanges, thresholdText } from './thresholdPatch';
import type { PolicyTrigger } from './trigger';

const metricsPath = '/spec/predictor/autoScaling/metrics';

/**
 * Turns the Prometheus metrics of the list into the wanted triggers: only what differs is written, metrics of other
 * kinds and fields that nobody here knows stay. The list has to be there. A test of the whole list comes first.
 */
export function triggersPatch(
  inferenceService: InferenceService,
  wanted: readonly PolicyTrigger[],
): PatchOperation[] {
  const { pairs, removed, added, before } = alignTriggers(storedTriggers(inferenceService), wanted);
  const end = inferenceService.spec.predictor.autoScaling?.metrics?.length ?? 0;
  const place = before?.index ?? end;
  const changes: PatchOperation[] = [
    ...pairs.flatMap(([stored, trigger]) => editOf(stored, trigger)),
    // From the last to the first, so that the places of those to come stay right.
    ...removed.toReversed().map(({ index }) => ({ op: 'remove' as const, path: placeOf(index) })),
    ...added.map((trigger, count) => ({
      op: 'add' as const,
      path: placeOf(place + count),
      value: metricOf(trigger),
    })),
  ];
  return changes.length === 0 ? [] : [testOfList(inferenceService), ...changes];
}

function testOfList({ spec }: InferenceService): PatchOperation {
  return { op: 'test', path: metricsPath, value: spec.predictor.autoScaling?.metrics };
}

function placeOf(index: number): string {
  return `${metricsPath}/${index.toString()}`;
}

/** A whole External metric, as KServe's webhook wants it. */
export function metricOf(trigger: PolicyTrigger): AutoScalingMetric {
  const { query, serverAddress, namespace, threshold } = trigger;
  const text = thresholdText(threshold);
  const metric = known({ backend: 'prometheus', serverAddress, namespace, query });
  const target = { type: 'AverageValue' as const, value: text, averageValue: text };
  return { type: 'External', external: known({ metric, authenticationRef: referenceOf(trigger), target }) };
}

function referenceOf({ authentication }: PolicyTrigger): ExternalMetric['authenticationRef'] {
  if (authentication === undefined) return undefined;
  const { modes, name } = authentication;
  return known({ authModes: modes, authenticationRef: name === undefined ? undefined : { name } });
}

function editOf(
  { index, external, trigger: stored }: StoredTrigger,
  wanted: PolicyTrigger,
): PatchOperation[] {
  const path = `${placeOf(index)}/external`;
  const sameAuthentication = JSON.stringify(referenceOf(stored)) === JSON.stringify(referenceOf(wanted));
  return [
    ...fieldEdit(`${path}/metric/query`, stored.query, wanted.query),
    ...fieldEdit(`${path}/metric/serverAddress`, stored.serverAddress, wanted.serverAddress),
    ...fieldEdit(`${path}/metric/namespace`, stored.namespace, wanted.namespace),
    ...(sameAuthentication
      ? []
      : fieldEdit(`${path}/authenticationRef`, external.authenticationRef, referenceOf(wanted))),
    ...targetChanges(external.target, thresholdText(wanted.threshold)).map((change) => ({
      ...change,
      path: `${path}/target${change.path}`,
    })),
  ];
}

function fieldEdit(path: string, stored: unknown, wanted: unknown): PatchOperation[] {
  if (stored === wanted) return [];
  return [wanted === undefined ? { op: 'remove', path } : { op: 'add', path, value: wanted }];
}
