/** Identifies a kind in the Kubernetes API and where its objects are served. */
export interface Kind {
  group: string;
  version: string;
  kind: string;
  plural: string;
}

export const inferenceServiceKind: Kind = {
  group: 'serving.kserve.io',
  version: 'v1beta1',
  kind: 'InferenceService',
  plural: 'inferenceservices',
};
export const llmInferenceServiceKind: Kind = {
  group: 'serving.kserve.io',
  version: 'v1alpha2',
  kind: 'LLMInferenceService',
  plural: 'llminferenceservices',
};
export const servingRuntimeKind: Kind = {
  group: 'serving.kserve.io',
  version: 'v1alpha1',
  kind: 'ServingRuntime',
  plural: 'servingruntimes',
};
export const scaledObjectKind: Kind = {
  group: 'keda.sh',
  version: 'v1alpha1',
  kind: 'ScaledObject',
  plural: 'scaledobjects',
};
export const triggerAuthenticationKind: Kind = {
  group: 'keda.sh',
  version: 'v1alpha1',
  kind: 'TriggerAuthentication',
  plural: 'triggerauthentications',
};
export const horizontalPodAutoscalerKind: Kind = {
  group: 'autoscaling',
  version: 'v2',
  kind: 'HorizontalPodAutoscaler',
  plural: 'horizontalpodautoscalers',
};
export const deploymentKind: Kind = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  plural: 'deployments',
};
export const podKind: Kind = { group: '', version: 'v1', kind: 'Pod', plural: 'pods' };

export const nodeKind: Kind = { group: '', version: 'v1', kind: 'Node', plural: 'nodes' };

export const jobKind: Kind = { group: 'batch', version: 'v1', kind: 'Job', plural: 'jobs' };

export const serviceKind: Kind = { group: '', version: 'v1', kind: 'Service', plural: 'services' };

export const eventKind: Kind = { group: '', version: 'v1', kind: 'Event', plural: 'events' };

/** "group/version" as objects carry it; the core group has no group part. */
export function apiVersionOf(kind: Kind): string {
  return kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
}
