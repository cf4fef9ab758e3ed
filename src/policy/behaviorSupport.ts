import { isOwnedBy } from '../resources/owner';
import type { ServedModel } from '../resources/servedModel';

/**
 * Whether this cluster's KServe knows the stabilization windows: from 0.16 (OpenShift AI 3.4) on it writes them into each
 * ScaledObject of its own, before that it never does (keda_reconciler.go). Undefined: there is no such ScaledObject yet.
 */
export function supportsWindows({ inferenceService, scaledObject }: ServedModel): boolean | undefined {
  if (inferenceService.spec.predictor.autoScaling?.behavior !== undefined) return true;
  if (scaledObject === undefined || !isOwnedBy(scaledObject, inferenceService)) return undefined;
  return scaledObject.spec.advanced?.horizontalPodAutoscalerConfig?.behavior !== undefined;
}
