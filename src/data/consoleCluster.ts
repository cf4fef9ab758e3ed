import { k8sDelete, k8sGet, k8sPatch } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { PatchOperation } from '../policy/patchOperation';
import { rebasedPatch, testsVersion } from '../policy/rebasedPatch';
import type { KubernetesObject } from '../resources/object';
import { codeOf } from './change';
import type { ChangeCluster, Write } from './change';
import { consoleModel } from './consoleModel';

/** So many times a patch is sent again for a newer version. */
const most = 3;

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

/**
 * Sends a patch of `resource`, of which only namespace and name count, or only tries it; resolves to the object as the
 * server stores it, or would store it. Where the status is written between the look at it and the patch, both are done again.
 */
export async function sendPatch<T extends K8sResourceCommon>(
  write: Write,
  resource: T,
  dryRun: boolean,
): Promise<T> {
  const send = (patch: readonly PatchOperation[]): Promise<T> =>
    k8sPatch<T>({
      model: consoleModel(write.kind),
      resource,
      data: [...patch],
      // Told in managedFields, so that a page can say who paused a model.
      // Strict: a field that this cluster's KServe does not know (authenticationRef before 0.16) is refused, not dropped.
      queryParams: {
        fieldManager: 'llm-autoscaling',
        ...(dryRun ? { dryRun: 'All', fieldValidation: 'Strict' } : {}),
      },
    });
  let patch = await currentPatch(write);
  for (let again = 0; ; again += 1) {
    try {
      return await send(patch);
    } catch (error) {
      const next = codeOf(error) === 'conflict' ? await currentPatch(write) : patch;
      if (again === most || JSON.stringify(next) === JSON.stringify(patch)) throw error;
      patch = next;
    }
  }
}

/** Writes by the console's own functions, with the user's rights. */
export const consoleCluster: Pick<ChangeCluster, 'patch' | 'remove'> = {
  async patch(write, dryRun) {
    const { namespace, name } = write;
    await sendPatch(write, { metadata: { namespace, name } }, dryRun);
  },
  async remove({ kind, namespace, name }) {
    await k8sDelete({ model: consoleModel(kind), resource: { metadata: { namespace, name } } });
  },
};
