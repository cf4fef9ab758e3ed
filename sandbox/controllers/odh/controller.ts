import type { InferenceService } from '../../../src/resources/inferenceService';
import { inferenceServiceKind } from '../../../src/resources/kinds';
import { applySpec } from '../apply';
import type { Controller, ControllerContext } from '../context';
import { serviceKind, serviceMonitorKind } from '../kinds';
import { isStopped } from '../kserve/annotations';
import { runtimeNameOf } from '../kserve/podTemplate';
import { findRuntime } from '../kserve/runtime';
import { removeOrphans } from '../orphans';
import { isMissingKind } from '../requests';
import { addressOf, keyOf, startWorkQueue } from '../workQueue';
import type { AuthObject } from './authObjects';
import { authKinds, authName, authObjects, needsAuth } from './authObjects';
import { metricsService, serviceMonitor } from './metrics';
import { sameJson } from '../json';

async function applyAuth({ client }: ControllerContext, { kind, object }: AuthObject): Promise<void> {
  const { namespace, name, ownerReferences = [] } = object.metadata;
  try {
    const existing = await client.get(kind, namespace, name);
    if (existing === undefined) await client.create(kind, object);
    else if (!sameJson(existing.metadata.ownerReferences, ownerReferences))
      await client.mergePatch(kind, object.metadata, { metadata: { ownerReferences } });
  } catch (error) {
    // Without KEDA there is no TriggerAuthentication to make.
    if (!isMissingKind(error)) throw error;
  }
}

async function reconcileAuth(context: ControllerContext, namespace: string): Promise<void> {
  const { client } = context;
  const { items } = await client.list<InferenceService>(inferenceServiceKind, namespace);
  const owners = items
    .filter((service) => needsAuth(service) && service.metadata.deletionTimestamp === undefined)
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  if (owners.length === 0) {
    for (const kind of authKinds) await client.remove(kind, namespace, authName);
    return;
  }
  for (const auth of authObjects(namespace, owners)) await applyAuth(context, auth);
}

async function reconcileMetrics({ client }: ControllerContext, service: InferenceService): Promise<void> {
  const runtime = await findRuntime(client, service);
  const scraped = runtime === undefined ? undefined : metricsService(service, runtime);
  if (runtime === undefined || scraped === undefined) return;
  await applySpec(client, serviceKind, scraped, (existing) => existing);
  const monitor = serviceMonitor(service, runtime);
  await applySpec(client, serviceMonitorKind, monitor, (existing) => ({ ...existing, spec: monitor.spec }));
}

/** odh-model-controller: what KEDA's queries need in each project, and what the model's metrics are scraped through. */
export function startOdhModelController(context: ControllerContext): Controller {
  const { client, clock, informers } = context;

  async function reconcile(key: string): Promise<void> {
    const { namespace, name } = addressOf(key);
    await reconcileAuth(context, namespace);
    const service = await client.get<InferenceService>(inferenceServiceKind, namespace, name);
    if (service === undefined)
      await removeOrphans(client, [serviceKind, serviceMonitorKind], namespace, {
        kind: 'InferenceService',
        name,
      });
    if (service === undefined || service.metadata.deletionTimestamp !== undefined || isStopped(service))
      return;
    await reconcileMetrics(context, service);
  }

  const queue = startWorkQueue(clock, reconcile, (_key, error) => {
    context.onError('odh-model-controller', error);
  });
  const unsubscribe = [
    informers.inferenceServices.onChange((_type, service) => {
      queue.add(keyOf(service));
    }),
    informers.servingRuntimes.onChange((_type, runtime) => {
      for (const service of informers.inferenceServices.items())
        if ((runtimeNameOf(service) ?? runtime.metadata.name) === runtime.metadata.name)
          queue.add(keyOf(service));
    }),
  ];
  return {
    async stop() {
      for (const end of unsubscribe) end();
      await queue.stop();
    },
  };
}
