import type { ServedModel } from '../../resources/servedModel';

/** What the HPA takes when nothing is set (kube-controller-manager, --horizontal-pod-autoscaler-downscale-stabilization). */
const usual = 300;

/** Seconds for which the load has to be low before replicas are taken away. */
export function windowOf({ kedaHpa, kserveHpa }: ServedModel): number {
  return (kedaHpa ?? kserveHpa)?.spec.behavior?.scaleDown?.stabilizationWindowSeconds ?? usual;
}
