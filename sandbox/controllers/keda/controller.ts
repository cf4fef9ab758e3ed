import { findCondition } from '../../../src/resources/conditions';
import { horizontalPodAutoscalerKind, scaledObjectKind } from '../../../src/resources/kinds';
import type { Condition } from '../../../src/resources/object';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import type { Controller, ControllerContext } from '../context';
import { removeOrphans } from '../orphans';
import { writeScale } from '../requests';
import { addressOf, keyOf, startWorkQueue } from '../workQueue';
import type { KedaMetrics } from './metrics';
import { finalizer } from './names';
import { isPaused, pause, resume } from './pausing';
import { adopt, CheckFailure, ensureHpa, inspect } from './prepare';
import { isExternal } from './externalScaler';
import type { Scalers } from './scalers';
import type { ScaleLoop, ScaleLoops } from './scaleLoop';
import { stopLoop } from './scaleLoop';
import { patchStatus, withConditions } from './status';
import { runTick } from './tick';

const source = 'keda-operator';
const defaultPollingSeconds = 30;
/** How often the stand-in asks external scalers whether they would push; the add-on's pushes each 200 ms. */
const pushMs = 1000;

const readyCondition: Condition = {
  type: 'Ready',
  status: 'True',
  reason: 'ScaledObjectReady',
  message: 'ScaledObject is defined correctly and is ready for scaling',
};

async function finalize({ client, events }: ControllerContext, scaledObject: ScaledObject): Promise<void> {
  const { metadata, spec, status } = scaledObject;
  const { finalizers = [], namespace = '' } = metadata;
  if (!finalizers.includes(finalizer)) return;
  if (spec.advanced?.restoreToOriginalReplicaCount === true && status?.originalReplicaCount !== undefined)
    await writeScale(client, namespace, spec.scaleTargetRef.name, status.originalReplicaCount);
  const message = 'ScaledObject was deleted';
  events.record(scaledObject, { type: 'Normal', reason: 'ScaledObjectDeleted', message, source });
  const left = finalizers.filter((one) => one !== finalizer);
  await client.mergePatch(scaledObjectKind, metadata, { metadata: { finalizers: left } });
}

async function fail(
  { client, events }: ControllerContext,
  scaledObject: ScaledObject,
  { message }: CheckFailure,
): Promise<void> {
  const reason = 'ScaledObjectCheckFailed';
  events.record(scaledObject, { type: 'Warning', reason, message, source });
  await patchStatus(client, scaledObject, {
    conditions: withConditions(scaledObject, [
      { type: 'Ready', status: 'False', reason, message },
      { type: 'Active', status: 'Unknown', reason: 'UnknownState', message: 'ScaledObject check failed' },
    ]),
  });
}

/** Starts the loop for a new ScaledObject, HPA or generation: it looks at the triggers at once then. */
function startLoop(
  { events }: ControllerContext,
  scaledObject: ScaledObject,
  scaleLoop: ScaleLoop,
  hpaUid: string,
): void {
  const { generation = 1 } = scaledObject.metadata;
  const isNew = scaleLoop.hpaUid !== hpaUid;
  if (!isNew && scaleLoop.generation === generation) return;
  scaleLoop.cancel?.();
  Object.assign(scaleLoop, { generation, hpaUid, looping: true, due: true });
  if (!isNew) return;
  const started = { type: 'Normal' as const, reason: 'KEDAScalersStarted', source };
  for (const { type } of scaledObject.spec.triggers)
    events.record(scaledObject, { ...started, message: `Scaler ${type} is built` });
  events.record(scaledObject, { ...started, message: 'Started scalers watch' });
}

async function markReady(
  { client, events }: ControllerContext,
  scaledObject: ScaledObject,
  restarted: boolean,
): Promise<ScaledObject> {
  const ready = findCondition(scaledObject.status?.conditions, 'Ready');
  // An error of the triggers is the loop's to take back.
  if (ready?.status === 'True' || (!restarted && ready?.reason?.endsWith('TriggerError') === true))
    return scaledObject;
  const message = 'ScaledObject is ready for scaling';
  events.record(scaledObject, { type: 'Normal', reason: 'ScaledObjectReady', message, source });
  return patchStatus(client, scaledObject, { conditions: withConditions(scaledObject, [readyCondition]) });
}

/** KEDA's operator: HPA, status, pauses and the loop between 0 and 1 of each ScaledObject. */
export function startKeda(
  context: ControllerContext,
  scalers: Scalers,
  loops: ScaleLoops,
  metrics: KedaMetrics,
): Controller {
  const { client, clock, informers } = context;

  async function loop(key: string, scaledObject: ScaledObject, scaleLoop: ScaleLoop): Promise<void> {
    scaleLoop.due = false;
    const seconds = scaledObject.spec.pollingInterval ?? defaultPollingSeconds;
    scaleLoop.cancel?.();
    scaleLoop.cancel = clock.after(seconds * 1000, () => {
      scaleLoop.due = true;
      queue.add(key);
    });
    await runTick(context, scalers, scaledObject, scaleLoop, metrics);
  }

  /** A push of an external scaler is looked at at once, not at the next poll (pkg/scaling/scale_handler.go startPushScalers). */
  function watchPushes(key: string, scaledObject: ScaledObject, scaleLoop: ScaleLoop): void {
    if (scaleLoop.cancelPushes !== undefined || !scaledObject.spec.triggers.some(isExternal)) return;
    scaleLoop.cancelPushes = clock.every(pushMs, async () => {
      const { namespace, name } = addressOf(key);
      const latest = informers.scaledObjects?.get(namespace, name) ?? scaledObject;
      const active = await scalers.pushes(latest);
      if (!active || scaleLoop.pushed === active) {
        scaleLoop.pushed = active;
        return;
      }
      scaleLoop.pushed = active;
      scaleLoop.due = true;
      queue.add(key);
    });
  }

  async function work(key: string, adopted: ScaledObject, scaleLoop: ScaleLoop): Promise<void> {
    const resumed = await resume(context, adopted);
    const inspected = await inspect(client, scalers, resumed);
    const hpa = await ensureHpa(client, scalers, inspected);
    startLoop(context, inspected, scaleLoop, hpa.metadata.uid ?? '');
    watchPushes(key, inspected, scaleLoop);
    const ready = await markReady(context, inspected, scaleLoop.due);
    if (scaleLoop.due) await loop(key, ready, scaleLoop);
  }

  async function reconcile(key: string): Promise<void> {
    const { namespace, name } = addressOf(key);
    const scaledObject = await client.get<ScaledObject>(scaledObjectKind, namespace, name);
    if (scaledObject?.metadata.deletionTimestamp !== undefined) await finalize(context, scaledObject);
    if (scaledObject === undefined)
      await removeOrphans(client, [horizontalPodAutoscalerKind], namespace, { kind: 'ScaledObject', name });
    if (scaledObject === undefined || scaledObject.metadata.deletionTimestamp !== undefined) {
      loops.end(key);
      metrics.forget(namespace, name);
      return;
    }
    const scaleLoop = loops.of(key, scaledObject.metadata.uid ?? '');
    const adopted = await adopt(client, scaledObject);
    metrics.paused(adopted);
    if (isPaused(adopted)) {
      await pause(context, adopted, scaleLoop);
      return;
    }
    try {
      await work(key, adopted, scaleLoop);
    } catch (error) {
      if (!(error instanceof CheckFailure)) throw error;
      stopLoop(scaleLoop);
      const latest = await client.get<ScaledObject>(scaledObjectKind, namespace, name);
      if (latest !== undefined) await fail(context, latest, error);
      throw error;
    }
  }

  // A failed check is told by the ScaledObject's own condition and event; the retry comes all the same.
  const queue = startWorkQueue(clock, reconcile, (_key, error) => {
    if (!(error instanceof CheckFailure)) context.onError(source, error);
  });
  const unsubscribe = [
    informers.scaledObjects?.onChange((_type, scaledObject) => {
      queue.add(keyOf(scaledObject));
    }),
    informers.horizontalPodAutoscalers.onChange((type, hpa) => {
      const owner = hpa.metadata.ownerReferences?.find(({ kind }) => kind === 'ScaledObject');
      if (type === 'DELETED' && owner !== undefined)
        queue.add(`${hpa.metadata.namespace ?? ''}/${owner.name}`);
    }),
  ];
  return {
    async stop() {
      for (const end of unsubscribe) end?.();
      await queue.stop();
      loops.endAll();
    },
  };
}
