import type { InferenceService } from '../../../src/resources/inferenceService';

/** KServe's annotations (pkg/constants/constants.go). */
export const autoscalerClassAnnotation = 'serving.kserve.io/autoscalerClass';
export const deploymentModeAnnotation = 'serving.kserve.io/deploymentMode';
export const stopAnnotation = 'serving.kserve.io/stop';
export const inferenceServiceLabel = 'serving.kserve.io/inferenceservice';

/** What does not reach the pod template: constants.go and ODH's inferenceservice-config. */
const disallowed = new Set([
  'autoscaling.knative.dev/min-scale',
  'autoscaling.knative.dev/max-scale',
  'internal.serving.kserve.io/storage-initializer-sourceuri',
  'kubectl.kubernetes.io/last-applied-configuration',
  'security.opendatahub.io/enable-auth',
  'networking.knative.dev/visibility',
  'haproxy.router.openshift.io/timeout',
  'opendatahub.io/hardware-profile-name',
  'opendatahub.io/hardware-profile-namespace',
]);

function allowed(map: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !disallowed.has(key)));
}

/** Annotations of the predictor: those of the InferenceService that may pass, under its component's own. */
export function componentAnnotations({ metadata, spec }: InferenceService): Record<string, string> {
  return { ...allowed(metadata.annotations ?? {}), ...spec.predictor.annotations };
}

/** The autoscaler class in force; the component's annotation wins, absent counts as hpa. */
export function autoscalerClassOf(service: InferenceService): string {
  return componentAnnotations(service)[autoscalerClassAnnotation] ?? 'hpa';
}

/** Whether the model is stopped by annotation; the case of "true" does not matter. */
export function isStopped({ metadata }: InferenceService): boolean {
  return metadata.annotations?.[stopAnnotation]?.toLowerCase() === 'true';
}

/** Standard, Knative or ModelMesh: the status first, then the annotation, with the old names read as the new ones. */
export function deploymentModeOf({ metadata, status }: InferenceService): string {
  const mode = status?.deploymentMode ?? metadata.annotations?.[deploymentModeAnnotation] ?? 'Standard';
  return currentModeName(mode);
}

/** The deprecated names of deployment modes, as KServe 0.16 writes them now. */
export function currentModeName(mode: string): string {
  if (mode === 'RawDeployment') return 'Standard';
  return mode === 'Serverless' ? 'Knative' : mode;
}

/** The name of Deployment, Service, ScaledObject and KServe's HPA. */
export function predictorName({ metadata, spec }: InferenceService): string {
  const { name } = spec.predictor;
  return name === undefined || name === ''
    ? `${metadata.name}-predictor`
    : `${metadata.name}-${name}-predictor`;
}

/** The labels that the pods are selected by. */
export function selectorLabels(service: InferenceService): Record<string, string> {
  return { app: `isvc.${predictorName(service)}` };
}

/** Labels of all that KServe makes for the predictor. */
export function componentLabels(service: InferenceService): Record<string, string> {
  return {
    ...allowed(service.metadata.labels ?? {}),
    ...service.spec.predictor.labels,
    ...selectorLabels(service),
    component: 'predictor',
    [inferenceServiceLabel]: service.metadata.name,
  };
}
