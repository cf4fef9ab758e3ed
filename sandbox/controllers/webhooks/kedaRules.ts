import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import { horizontalPodAutoscalerKind, scaledObjectKind } from '../../../src/resources/kinds';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import type { KubeClient } from '../../client/kubeClient';
import { boundsError } from '../keda/bounds';
import { hpaNameOf, targetKindOf } from '../keda/names';
import type { Review, Verdict } from './review';
import { sameJson } from '../json';

/** The limit of a label value, which both names become. */
const nameLimit = 63;

/** The HPAs and other ScaledObjects of the namespace. */
export interface Neighbours {
  scaledObjects: readonly ScaledObject[];
  horizontalPodAutoscalers: readonly HorizontalPodAutoscaler[];
}

function otherScaledObject(own: ScaledObject, others: readonly ScaledObject[]): string | undefined {
  const kind = targetKindOf(own);
  const target = own.spec.scaleTargetRef.name;
  for (const other of others) {
    if (other.metadata.name === own.metadata.name) continue;
    if (targetKindOf(other) === kind && other.spec.scaleTargetRef.name === target)
      return `the workload '${target}' of type '${kind}' is already managed by the ScaledObject '${other.metadata.name}'`;
    if (hpaNameOf(other) === hpaNameOf(own))
      return `the HPA '${hpaNameOf(own)}' is already managed by the ScaledObject '${other.metadata.name}'`;
  }
  return undefined;
}

function isTransferred({ metadata, spec }: ScaledObject, hpa: HorizontalPodAutoscaler): boolean {
  return (
    metadata.annotations?.['scaledobject.keda.sh/transfer-hpa-ownership'] === 'true' &&
    spec.advanced?.horizontalPodAutoscalerConfig?.name === hpa.metadata.name
  );
}

function foreignHpa(own: ScaledObject, hpas: readonly HorizontalPodAutoscaler[]): string | undefined {
  const target = own.spec.scaleTargetRef.name;
  const foreign = hpas.find((hpa) => {
    const { apiVersion = 'apps/v1', kind, name } = hpa.spec.scaleTargetRef;
    const isOwned = (hpa.metadata.ownerReferences ?? []).some(
      (owner) => owner.kind === 'ScaledObject' && owner.name === own.metadata.name,
    );
    return (
      hpa.metadata.annotations?.['validations.keda.sh/hpa-ownership'] !== 'false' &&
      `${apiVersion}.${kind}` === targetKindOf(own) &&
      name === target &&
      !isOwned &&
      !isTransferred(own, hpa)
    );
  });
  if (foreign === undefined) return undefined;
  return `the workload '${target}' of type '${targetKindOf(own)}' is already managed by the hpa '${foreign.metadata.name}'`;
}

function nameError(own: ScaledObject): string | undefined {
  const { name } = own.metadata;
  const limit = String(nameLimit);
  if (name.length > nameLimit)
    return `scaledobject name "${name}" is ${String(name.length)} characters long; must be no more than ${limit} characters because it is used as the "scaledobject.keda.sh/name" label value`;
  const hpaName = hpaNameOf(own);
  if (hpaName.length > nameLimit)
    return `HPA name "${hpaName}" derived from scaledobject is ${String(hpaName.length)} characters long; must be no more than ${limit} characters; set spec.advanced.horizontalPodAutoscalerConfig.name to a shorter name or shorten the scaledobject name`;
  return undefined;
}

function triggerError({ spec }: ScaledObject): string | undefined {
  if (spec.triggers.length === 0) return 'no triggers defined in the ScaledObject/ScaledJob';
  const names = spec.triggers.flatMap(({ name }) => (name === undefined || name === '' ? [] : [name]));
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated === undefined) return undefined;
  return `triggerName '${repeated}' is defined multiple times in the ScaledObject/ScaledJob, but it must be unique`;
}

function fallbackError({ spec }: ScaledObject): string | undefined {
  const { failureThreshold = 0, replicas = 0 } = spec.fallback ?? {};
  if (failureThreshold >= 0 && replicas >= 0) return undefined;
  return `FailureThreshold=${String(failureThreshold)} & Replicas=${String(replicas)} must both be greater than or equal to 0`;
}

/** What KEDA's validator refuses, in its words (scaledobject_webhook.go); undefined when nothing. */
export function scaledObjectRefusal(own: ScaledObject, neighbours: Neighbours): string | undefined {
  return (
    otherScaledObject(own, neighbours.scaledObjects) ??
    foreignHpa(own, neighbours.horizontalPodAutoscalers) ??
    boundsError(own.spec) ??
    fallbackError(own) ??
    nameError(own) ??
    triggerError(own)
  );
}

/** The removal of a finalizer is not validated: it must always be possible to delete. */
export function isRemovingFinalizer(own: ScaledObject, old: ScaledObject | undefined): boolean {
  const count = (object: ScaledObject | undefined): number => object?.metadata.finalizers?.length ?? 0;
  return count(own) < count(old) && sameJson(own.spec, old?.spec);
}

/** Judges a ScaledObject with a look at its namespace. */
export async function kedaRefusal(client: KubeClient, { object, oldObject }: Review): Promise<Verdict> {
  const own = object as ScaledObject;
  if (isRemovingFinalizer(own, oldObject as ScaledObject | undefined)) return {};
  const { namespace } = own.metadata;
  const [scaledObjects, hpas] = await Promise.all([
    client.list<ScaledObject>(scaledObjectKind, namespace),
    client.list<HorizontalPodAutoscaler>(horizontalPodAutoscalerKind, namespace),
  ]);
  const refusal = scaledObjectRefusal(own, {
    scaledObjects: scaledObjects.items,
    horizontalPodAutoscalers: hpas.items,
  });
  return refusal === undefined ? {} : { refusal };
}
