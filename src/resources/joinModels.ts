import type { Deployment } from './deployment';
import type { HorizontalPodAutoscaler } from './horizontalPodAutoscaler';
import type { InferenceService } from './inferenceService';
import { known } from './known';
import { ObjectIndex } from './objectIndex';
import { isOwnedBy, isOwnedByKind } from './owner';
import type { Pod } from './pod';
import { predictorNames } from './predictorNames';
import type { ScaledObject } from './scaledObject';
import type { ClusterObjects, ServedModel } from './servedModel';

interface Indexes {
  scaledObjectsByName: ObjectIndex<ScaledObject>;
  scaledObjectsByTarget: ObjectIndex<ScaledObject>;
  autoscalers: ObjectIndex<HorizontalPodAutoscaler>;
  deployments: ObjectIndex<Deployment>;
  pendingPods: ObjectIndex<Pod>;
}

/**
 * Joins the lists into one entry per InferenceService, keyed namespace/name, in the order of the InferenceServices.
 * An entry of `previous` is handed on as the same object when none of its parts changed identity, so that a row
 * that compares by identity does not draw again.
 */
export function joinModels(
  objects: ClusterObjects,
  previous?: ReadonlyMap<string, ServedModel>,
): Map<string, ServedModel> {
  const indexes: Indexes = {
    scaledObjectsByName: new ObjectIndex(objects.scaledObjects),
    scaledObjectsByTarget: new ObjectIndex(objects.scaledObjects, targetOf),
    autoscalers: new ObjectIndex(objects.horizontalPodAutoscalers),
    deployments: new ObjectIndex(objects.deployments),
    pendingPods: new ObjectIndex(objects.pendingPods, predictorOf),
  };
  return new Map(
    objects.inferenceServices.map((inferenceService) => {
      const model = join(inferenceService, indexes);
      const before = previous?.get(model.key);
      return [model.key, before !== undefined && sameParts(before, model) ? before : model];
    }),
  );
}

function targetOf({ spec: { scaleTargetRef } }: ScaledObject): string | undefined {
  return (scaleTargetRef.kind ?? 'Deployment') === 'Deployment' ? scaleTargetRef.name : undefined;
}

/** Name of the InferenceService whose predictor this pod runs; transformers carry another component label. */
function predictorOf({ metadata: { labels }, status }: Pod): string | undefined {
  if (status?.phase !== 'Pending' || (labels?.component ?? 'predictor') !== 'predictor') return undefined;
  return labels?.['serving.kserve.io/inferenceservice'];
}

function join(inferenceService: InferenceService, indexes: Indexes): ServedModel {
  const { name, namespace = '' } = inferenceService.metadata;
  const names = predictorNames(inferenceService);
  const scaledObject = findScaledObject(inferenceService, names, indexes);
  const kedaHpa =
    scaledObject &&
    indexes.autoscalers.first(
      namespace,
      scaledObject.status?.hpaName ?? `keda-hpa-${scaledObject.metadata.name}`,
    );
  const kserveHpa = names
    .map((candidate) => indexes.autoscalers.first(namespace, candidate))
    .find((hpa) => hpa !== undefined && hpa !== kedaHpa && !isOwnedByKind(hpa, 'ScaledObject'));
  const deployment = names
    .map((candidate) => indexes.deployments.first(namespace, candidate))
    .find((candidate) => candidate !== undefined);
  return known({
    key: `${namespace}/${name}`,
    namespace,
    name,
    inferenceService,
    scaledObject,
    kserveHpa,
    kedaHpa,
    deployment,
    pendingPods: indexes.pendingPods.all(namespace, name),
  });
}

/**
 * The ScaledObject that scales the predictor: by its target first, since in HTTP mode it has a name of its own, and
 * KServe's own before others; else the one that KServe named like the predictor.
 */
function findScaledObject(
  inferenceService: InferenceService,
  names: readonly string[],
  indexes: Indexes,
): ScaledObject | undefined {
  const namespace = inferenceService.metadata.namespace ?? '';
  const byTarget = names.flatMap((name) => indexes.scaledObjectsByTarget.all(namespace, name));
  const named = names.flatMap((name) => indexes.scaledObjectsByName.all(namespace, name));
  return (
    byTarget.find((scaledObject) => isOwnedBy(scaledObject, inferenceService)) ??
    byTarget[0] ??
    named.find((scaledObject) => isOwnedBy(scaledObject, inferenceService))
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
