import type { Deployment } from '../../../src/resources/deployment';
import type { InferenceService } from '../../../src/resources/inferenceService';
import {
  deploymentKind,
  horizontalPodAutoscalerKind,
  inferenceServiceKind,
  scaledObjectKind,
} from '../../../src/resources/kinds';
import type { Pod } from '../../../src/resources/pod';
import { applySpec } from '../apply';
import type { Controller, ControllerContext } from '../context';
import { serviceKind } from '../kinds';
import { removeOrphans } from '../orphans';
import { addressOf, keyOf, startWorkQueue } from '../workQueue';
import { deploymentModeOf, inferenceServiceLabel, isStopped, predictorName } from './annotations';
import { reconcileAutoscaler, removeHpa, removeScaledObject } from './autoscaler';
import { predictorDeployment, updatedDeployment } from './deployment';
import type { ServingRuntime } from './podTemplate';
import { runtimeNameOf } from './podTemplate';
import { findRuntime, missingRuntime } from './runtime';
import { predictorService } from './service';
import type { Observed } from './status';
import { inferenceServiceStatus, loadFailureOf } from './status';
import { sameJson } from '../json';

const source = 'InferenceServiceController';

const madeKinds = [deploymentKind, serviceKind, scaledObjectKind, horizontalPodAutoscalerKind];

/** A failure that an event on the InferenceService tells of, which is where its reader looks. */
class ToldFailure extends Error {}

async function stop({ client }: ControllerContext, service: InferenceService): Promise<void> {
  const { namespace } = service.metadata;
  const name = predictorName(service);
  await removeScaledObject(client, service);
  await removeHpa(client, service);
  await client.remove(deploymentKind, namespace, name);
  await client.remove(serviceKind, namespace, name);
}

async function applyDeployment(
  { client }: ControllerContext,
  service: InferenceService,
  runtime: ServingRuntime,
): Promise<Deployment> {
  const desired = predictorDeployment(service, runtime);
  const { object } = await applySpec<Deployment>(client, deploymentKind, desired, (existing) =>
    updatedDeployment(existing, desired),
  );
  return object;
}

function podsOf({ informers }: ControllerContext, { metadata }: InferenceService): Pod[] {
  return informers.pods
    .items()
    .filter(
      (pod) =>
        pod.metadata.namespace === metadata.namespace &&
        pod.metadata.labels?.[inferenceServiceLabel] === metadata.name,
    );
}

/** Makes what the InferenceService needs, and says what came of it; an error of a later step comes with the rest, and what it waits for. */
async function reconcilePredictor(
  context: ControllerContext,
  service: InferenceService,
): Promise<{ observed: Observed; error?: Error; waiting?: string }> {
  const { client } = context;
  const mode = deploymentModeOf(service);
  // Knative and ModelMesh are not part of the sandbox: such a model shows which mode it has, and that it serves.
  if (mode !== 'Standard') return { observed: { mode, stopped: false, elsewhere: true } };
  if (isStopped(service)) {
    await stop(context, service);
    return { observed: { mode, stopped: true } };
  }
  const runtime = await findRuntime(client, service);
  if (runtime === undefined) {
    const { reason, message, error } = missingRuntime(service);
    // A runtime that comes brings the model back, so that nothing need be tried until then.
    return { observed: { mode, stopped: false, invalid: { reason, message } }, waiting: error };
  }
  const deployment = await applyDeployment(context, service, runtime);
  const failure = loadFailureOf(podsOf(context, service));
  const observed: Observed = {
    mode,
    stopped: false,
    runtime: runtime.metadata.name,
    deployment,
    ...(failure === undefined ? {} : { failure }),
  };
  await applySpec(client, serviceKind, predictorService(service), (existing) => existing);
  try {
    await reconcileAutoscaler(client, service);
    return { observed };
  } catch (error) {
    return { observed, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Keeps each InferenceService's Deployment, Service and autoscaler, and its status (KServe controller.go). */
export function startKServe(context: ControllerContext): Controller {
  const { client, clock, informers, events } = context;

  async function reconcile(key: string): Promise<void> {
    const { namespace, name } = addressOf(key);
    const service = await client.get<InferenceService>(inferenceServiceKind, namespace, name);
    if (service === undefined)
      await removeOrphans(client, madeKinds, namespace, { kind: 'InferenceService', name });
    if (service === undefined || service.metadata.deletionTimestamp !== undefined) return;
    const { observed, error, waiting } = await reconcilePredictor(context, service);
    const status = inferenceServiceStatus(service, observed, clock.now());
    // A JSON patch, for it replaces the status whole: a merge would keep fields that are gone.
    const sameStatus = sameJson(status, service.status);
    if (!sameStatus)
      await client.jsonPatch(
        inferenceServiceKind,
        service.metadata,
        [{ op: 'add', path: '/status', value: status }],
        'status',
      );
    const failure = error?.message ?? (sameStatus ? undefined : waiting);
    if (failure === undefined) return;
    const message = `fails to reconcile predictor: ${failure}`;
    events.record(service, { type: 'Warning', reason: 'InternalError', message, source });
    if (error !== undefined) throw new ToldFailure(message, { cause: error });
  }

  const queue = startWorkQueue(clock, reconcile, (_key, error) => {
    if (!(error instanceof ToldFailure)) context.onError(source, error);
  });
  const addOwner = (object: {
    metadata: { namespace?: string; ownerReferences?: { kind: string; name: string }[] };
  }): void => {
    const owner = object.metadata.ownerReferences?.find(({ kind }) => kind === 'InferenceService');
    if (owner !== undefined) queue.add(`${object.metadata.namespace ?? ''}/${owner.name}`);
  };
  const unsubscribe = [
    informers.inferenceServices.onChange((_type, service) => {
      queue.add(keyOf(service));
    }),
    informers.servingRuntimes.onChange((_type, runtime) => {
      for (const service of informers.inferenceServices.items())
        if ((runtimeNameOf(service) ?? runtime.metadata.name) === runtime.metadata.name)
          queue.add(keyOf(service));
    }),
    informers.deployments.onChange((_type, deployment) => {
      addOwner(deployment);
    }),
    informers.horizontalPodAutoscalers.onChange((_type, hpa) => {
      addOwner(hpa);
    }),
    informers.pods.onChange((_type, pod) => {
      // Of pods only a failed load is of interest; the rest is in the Deployment's status.
      const model = pod.metadata.labels?.[inferenceServiceLabel];
      if (model !== undefined && loadFailureOf([pod]) !== undefined)
        queue.add(`${pod.metadata.namespace ?? ''}/${model}`);
    }),
    informers.scaledObjects?.onChange((_type, scaledObject) => {
      addOwner(scaledObject);
    }),
  ];
  return {
    async stop() {
      for (const end of unsubscribe) end?.();
      await queue.stop();
    },
  };
}
