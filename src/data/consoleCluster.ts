import { k8sDelete, k8sGet, k8sPatch } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { PatchOperation } from '../policy/patchOperation';
import { rebasedPatch, testsVersion } from '../policy/rebasedPatch';
import type { KubernetesObject } from '../resources/object';
import type { ChangeCluster, Write } from './change';
import { consoleModel } from './consoleModel';

/** A patch that holds for one version of the object is looked at once more: its status may have moved on. */
async function currentPatch({
  kind,
  namespace,
  name,
  patch,
  seen,
}: Write): Promise<readonly PatchOperation[]> {
  if (seen === undefined || !testsVersion(patch)) return patch;
  const now = await k8sGet<K8sResourceCommon & KubernetesObject>({
    model: consoleModel(kind),
    name,
    ns: namespace,
  });
  return rebasedPatch(patch, seen, now);
}

/** Writes by the console's own functions, with the user's rights. */
export const consoleCluster: Pick<ChangeCluster, 'patch' | 'remove'> = {
  async patch(write, dryRun) {
    const { kind, namespace, name } = write;
    const patch = await currentPatch(write);
    await k8sPatch({
      model: consoleModel(kind),
      resource: { metadata: { namespace, name } },
      data: [...patch],
      // Told in managedFields, so that a page can say who paused a model.
      // Strict: a field that this cluster's KServe does not know (authenticationRef before 0.16) is refused, not dropped.
      queryParams: {
        fieldManager: 'llm-autoscaling',
        ...(dryRun ? { dryRun: 'All', fieldValidation: 'Strict' } : {}),
      },
    });
  },
  async remove({ kind, namespace, name }) {
    await k8sDelete({ model: consoleModel(kind), resource: { metadata: { namespace, name } } });
  },
};
