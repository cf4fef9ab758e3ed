import { k8sDelete, k8sPatch } from '@openshift-console/dynamic-plugin-sdk';
import type { ChangeCluster } from './change';
import { consoleModel } from './consoleModel';

/** Writes by the console's own functions, with the user's rights. */
export const consoleCluster: Pick<ChangeCluster, 'patch' | 'remove'> = {
  async patch({ kind, namespace, name, patch }, dryRun) {
    await k8sPatch({
      model: consoleModel(kind),
      resource: { metadata: { namespace, name } },
      data: [...patch],
      // Told in managedFields, so that a page can say who paused a model.
      queryParams: { fieldManager: 'llm-autoscaling', ...(dryRun ? { dryRun: 'All' } : {}) },
    });
  },
  async remove({ kind, namespace, name }) {
    await k8sDelete({ model: consoleModel(kind), resource: { metadata: { namespace, name } } });
  },
};
