import type { ScaledObject } from '../../../src/resources/scaledObject';

/** The label by which the metrics adapter knows which ScaledObject a metric is for. */
export const scaledObjectLabel = 'scaledobject.keda.sh/name';

/** The finalizer of KEDA's operator. */
export const finalizer = 'finalizer.keda.sh';

/** Name of the HPA that KEDA makes; status.hpaName repeats it. */
export function hpaNameOf({ metadata, spec }: ScaledObject): string {
  return spec.advanced?.horizontalPodAutoscalerConfig?.name ?? `keda-hpa-${metadata.name}`;
}

/** Kind of the scale target as KEDA writes it, "apps/v1.Deployment". */
export function targetKindOf({ spec }: ScaledObject): string {
  const { apiVersion = 'apps/v1', kind = 'Deployment' } = spec.scaleTargetRef;
  return `${apiVersion}.${kind}`;
}
