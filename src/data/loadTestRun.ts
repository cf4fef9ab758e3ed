import { k8sCreate, k8sDelete } from '@openshift-console/dynamic-plugin-sdk';
import type { Job } from '../resources/job';
import { jobKind } from '../resources/kinds';
import { codeOf } from './change';
import type { ChangeError, ChangeStep } from './change';
import { consoleModel } from './consoleModel';
import { statusOfError, wordsOfError } from './readError';

const model = consoleModel(jobKind);

async function failureAt(step: ChangeStep, action: () => Promise<unknown>): Promise<ChangeError | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    return { step, code: codeOf(error), message: wordsOfError(error) };
  }
}

/** Creates a Job after the server's dry run of it; returns what stopped it. Nothing runs when the dry run is refused. */
export async function startLoadTest(job: Job): Promise<ChangeError | undefined> {
  const create = (dryRun: boolean) => () =>
    k8sCreate({
      model,
      data: job,
      queryParams: { fieldManager: 'llm-autoscaling', ...(dryRun ? { dryRun: 'All' } : {}) },
    });
  return (await failureAt('check', create(true))) ?? (await failureAt('write', create(false)));
}

/**
 * Deletes a Job and its pod; returns what stopped it. The policy is told, since batch/v1 would leave the pod behind, and
 * the load with it (kubernetes pkg/registry/batch/job/strategy.go). A Job that is gone already is fine.
 */
export async function stopLoadTest(namespace: string, name: string): Promise<ChangeError | undefined> {
  return failureAt('write', async () => {
    try {
      await k8sDelete({
        model,
        resource: { metadata: { namespace, name } },
        json: { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background' },
      });
    } catch (error) {
      if (statusOfError(error) !== 404) throw error;
    }
  });
}
