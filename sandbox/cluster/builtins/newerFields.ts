/**
 * Fields of Kubernetes 1.36 that the types of kubernetes-models 4.5, of 1.33, do not have yet; with anything in them.
 * Its 5.1 has them, but only as ECMAScript modules.
 */
export const newerFields: Readonly<Record<string, readonly string[]>> = {
  IContainer: ['restartPolicyRules'],
  ICustomResourceDefinitionCondition: ['observedGeneration'],
  ICustomResourceDefinitionStatus: ['observedGeneration'],
  IEnvVarSource: ['fileKeyRef'],
  IEphemeralContainer: ['restartPolicyRules'],
  INodeStatus: ['declaredFeatures'],
  IPodSpec: ['hostnameOverride', 'schedulingGroup'],
  IPodStatus: [
    'allocatedResources',
    'extendedResourceClaimStatus',
    'nodeAllocatableResourceClaimStatuses',
    'resources',
  ],
  IResourceHealth: ['message'],
  IVolumeMountStatus: ['volumeStatus'],
  IVolumeProjection: ['podCertificate'],
};
