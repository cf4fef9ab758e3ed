/** What the security profile "restricted" of Kubernetes asks of a container. */
export const restricted = {
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
};
