import type { PatchOperation } from '../policy/patchOperation';
import type { Deployment } from '../resources/deployment';

/** The fields of the predictor that reach the autoscaler only (KServe deployment_reconciler.go, podMetadata). */
const autoscalerFields = ['minReplicas', 'maxReplicas', 'autoScaling', 'scaleMetric', 'scaleTarget'];

/** Whether the patch changes what KServe copies into the pod template: annotations, labels, or the pods' own fields. */
export function restartsPods(patch: readonly PatchOperation[]): boolean {
  return patch.some(({ op, path }) => {
    if (op === 'test') return false;
    const [, root, component, field] = path.split('/');
    return !(root === 'spec' && component === 'predictor' && autoscalerFields.includes(field ?? ''));
  });
}

/**
 * Pods that a rolling update starts beside the old ones: maxSurge, rounded up where it is a percentage (Kubernetes
 * deployment util ResolveFenceposts); none when the strategy is Recreate.
 */
export function surgeOf({ spec }: Deployment): number {
  if (spec.strategy?.type === 'Recreate') return 0;
  const surge = spec.strategy?.rollingUpdate?.maxSurge ?? '25%';
  if (typeof surge === 'number') return surge;
  return Math.ceil(((spec.replicas ?? 1) * Number.parseFloat(surge)) / 100);
}
