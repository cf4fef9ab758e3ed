import type { HorizontalPodAutoscaler } from './horizontalPodAutoscaler';
import type { InferenceService } from './inferenceService';
import type { ModelIndexes } from './modelIndexes';
import { isOwnedBy, isOwnedByKind } from './owner';
import { predictorNames } from './predictorNames';
import type { ScaledObject } from './scaledObject';
import type { ServedModel } from './servedModel';

/** The name of the HPA that KEDA makes for a ScaledObject. */
export function kedaHpaName({ metadata, status }: ScaledObject): string {
  return status?.hpaName ?? `keda-hpa-${metadata.name}`;
}

/**
 * One InferenceService with what belongs to its predictor. `before` is handed on as the same object when none of its
 * parts changed identity, so that a row that compares by identity does not draw again.
 */
export function joinModel(
  inferenceService: InferenceService,
  indexes: ModelIndexes,
  before?: ServedModel,
): ServedModel {
  const { name, namespace = '' } = inferenceService.metadata;
  const names = predictorNames(inferenceService);
  const scaledObject = findScaledObject(inferenceService, names, indexes);
  const kedaHpa = scaledObject && indexes.autoscalers.first(namespace, kedaHpaName(scaledObject));
  const kserveHpa = findKserveHpa(namespace, names, indexes, kedaHpa);
  const deployment = firstOf(names, (candidate) => indexes.deployments.first(namespace, candidate));
  const model: ServedModel = {
    key: `${namespace}/${name}`,
    namespace,
    name,
    inferenceService,
    pendingPods: indexes.pendingPods.all(namespace, name),
  };
  // Written one by one: this runs for each of thousands of models.
  if (scaledObject !== undefined) model.scaledObject = scaledObject;
  if (kserveHpa !== undefined) model.kserveHpa = kserveHpa;
  if (kedaHpa !== undefined) model.kedaHpa = kedaHpa;
  if (deployment !== undefined) model.deployment = deployment;
  return before !== undefined && sameParts(before, model) ? before : model;
}

function firstOf<T>(names: readonly string[], find: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = find(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findKserveHpa(
  namespace: string,
  names: readonly string[],
  { autoscalers }: ModelIndexes,
  kedaHpa: HorizontalPodAutoscaler | undefined,
): HorizontalPodAutoscaler | undefined {
  return firstOf(names, (name) => {
    const hpa = autoscalers.first(namespace, name);
    return hpa === undefined || hpa === kedaHpa || isOwnedByKind(hpa, 'ScaledObject') ? undefined : hpa;
  });
}

/**
 * The ScaledObject that scales the predictor: by its target first, since in HTTP mode it has a name of its own, and
 * KServe's own before others; else the one that KServe named like the predictor.
 */
function findScaledObject(
  inferenceService: InferenceService,
  names: readonly string[],
  { scaledObjectsByTarget, scaledObjectsByName }: ModelIndexes,
): ScaledObject | undefined {
  const { namespace = '' } = inferenceService.metadata;
  const isOwn = (scaledObject: ScaledObject): boolean => isOwnedBy(scaledObject, inferenceService);
  return (
    firstOf(names, (name) => scaledObjectsByTarget.all(namespace, name).find(isOwn)) ??
    firstOf(names, (name) => scaledObjectsByTarget.first(namespace, name)) ??
    firstOf(names, (name) => scaledObjectsByName.all(namespace, name).find(isOwn))
  );
}

function sameParts(a: ServedModel, b: ServedModel): boolean {
  return (
    a.inferenceService === b.inferenceService &&
    a.scaledObject === b.scaledObject &&
    a.kserveHpa === b.kserveHpa &&
    a.kedaHpa === b.kedaHpa &&
    a.deployment === b.deployment &&
    a.pendingPods.length === b.pendingPods.length &&
    a.pendingPods.every((pod, index) => pod === b.pendingPods[index])
  );
}
