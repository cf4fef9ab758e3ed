import type { PatchOperation } from '../policy/patchOperation';

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
