import { selector } from './labels';

/** The Deployment of a predictor. */
export interface DeploymentName {
  namespace: string;
  deployment: string;
}

/** An HPA by its name. */
export interface HpaName {
  namespace: string;
  hpa: string;
}

/** Replicas that the Deployment asks for. */
export function specReplicasQuery(name: DeploymentName): string {
  return ofDeployment('kube_deployment_spec_replicas', name);
}

/** Replicas that serve; in kube-state-metrics' minimal profile there is only "available", not "ready". */
export function availableReplicasQuery(name: DeploymentName): string {
  return ofDeployment('kube_deployment_status_replicas_available', name);
}

/** Replicas that the HPA wants. No series while there is no HPA, as when KEDA is paused. */
export function hpaDesiredQuery(name: HpaName): string {
  return ofHpa('kube_horizontalpodautoscaler_status_desired_replicas', name);
}

/** The HPA's minimum; KEDA writes 1 for a minimum of 0. */
export function hpaMinQuery(name: HpaName): string {
  return ofHpa('kube_horizontalpodautoscaler_spec_min_replicas', name);
}

/** The HPA's maximum. */
export function hpaMaxQuery(name: HpaName): string {
  return ofHpa('kube_horizontalpodautoscaler_spec_max_replicas', name);
}

function ofDeployment(metric: string, { namespace, deployment }: DeploymentName): string {
  return `max(${metric}${selector({ namespace, deployment })})`;
}

function ofHpa(metric: string, { namespace, hpa }: HpaName): string {
  return `max(${metric}${selector({ namespace, horizontalpodautoscaler: hpa })})`;
}
