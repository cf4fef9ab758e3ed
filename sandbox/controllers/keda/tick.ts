import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import { horizontalPodAutoscalerKind } from '../../../src/resources/kinds';
import type { Condition } from '../../../src/resources/object';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import type { Tick, TriggerReading } from '../../../src/simulator/kedaTick';
import { kedaTick } from '../../../src/simulator/kedaTick';
import { scaleTargetOf } from '../../../src/simulator/scaleTarget';
import type { ControllerContext } from '../context';
import { readScale, writeScale } from '../requests';
import { timestamp } from '../timestamp';
import { healthStatus } from './health';
import type { KedaMetrics } from './metrics';
import { hpaNameOf, targetKindOf } from './names';
import type { Scalers } from './scalers';
import type { ScaleLoop } from './scaleLoop';
import type { StatusPatch } from './status';
import { fallbackCondition, hpaActive, patchStatus, withConditions } from './status';

const source = 'keda-operator';

async function readAll(
  scalers: Scalers,
  scaledObject: ScaledObject,
  scaleLoop: ScaleLoop,
): Promise<TriggerReading[]> {
  const names = scaledObject.status?.externalMetricNames ?? [];
  return Promise.all(
    scaledObject.spec.triggers.map(async ({ metadata, type }, index) => {
      const reading = await scalers.read(scaledObject, index, scaleLoop.health);
      const name = names[index] ?? `s${String(index)}-${type}`;
      const activationThreshold = Number(metadata.activationThreshold ?? '0');
      return { name, reading, activationThreshold, fallbackActive: scaleLoop.health.fallbacks.has(name) };
    }),
  );
}

const isActive = ({ reading, activationThreshold }: TriggerReading): boolean =>
  'value' in reading && (reading.exact ?? reading.value) > activationThreshold;

function recordTick(
  { events }: ControllerContext,
  scaledObject: ScaledObject,
  triggers: readonly TriggerReading[],
  change: { from: number; to: number; reason?: string },
): void {
  for (const { reading } of triggers) {
    if ('error' in reading)
      events.record(scaledObject, {
        type: 'Warning',
        reason: 'KEDAScalerFailed',
        message: reading.error,
        source,
      });
  }
  const { from, to, reason } = change;
  if (reason === undefined || from === to) return;
  const { namespace = '' } = scaledObject.metadata;
  const what = `${targetKindOf(scaledObject)} ${namespace}/${scaledObject.spec.scaleTargetRef.name} from ${String(from)} to ${String(to)}`;
  const by = triggers.filter(isActive).map(({ name }) => name);
  const message =
    reason === 'KEDAScaleTargetActivated'
      ? `Scaled ${what}, triggered by ${by.join(';')}`
      : `Deactivated ${what}`;
  events.record(scaledObject, { type: 'Normal', reason, message, source });
}

function statusAfter(
  scaledObject: ScaledObject,
  tick: Tick,
  triggers: readonly TriggerReading[],
  { health }: ScaleLoop,
  hpa: HorizontalPodAutoscaler | undefined,
): StatusPatch {
  const own = Object.entries(tick.conditions).map(([type, condition]): Condition => ({ type, ...condition }));
  const fallback = fallbackCondition(health.asked, health.fallbacks.size);
  return {
    conditions: withConditions(scaledObject, [...own, ...fallback, ...hpaActive(hpa)]),
    triggersActivity: Object.fromEntries(
      triggers.map((trigger) => [trigger.name, { isActive: isActive(trigger) }]),
    ),
    health: healthStatus(health, scaledObject) ?? null,
    ...(tick.lastActiveAt === undefined ? {} : { lastActiveTime: timestamp(tick.lastActiveAt * 1000) }),
  };
}

/** One turn of KEDA's loop over a ScaledObject: reads its triggers, scales 0 <-> 1 where due, writes its status. */
export async function runTick(
  context: ControllerContext,
  scalers: Scalers,
  scaledObject: ScaledObject,
  scaleLoop: ScaleLoop,
  metrics: KedaMetrics,
): Promise<void> {
  const { client, clock } = context;
  const { namespace = '' } = scaledObject.metadata;
  const targetName = scaledObject.spec.scaleTargetRef.name;
  const { wanted } = await readScale(client, namespace, targetName);
  const triggers = await readAll(scalers, scaledObject, scaleLoop);
  metrics.record(
    scaledObject,
    triggers.map((trigger) => ({ ...trigger, isActive: isActive(trigger) })),
  );
  const { lastActiveTime } = scaledObject.status ?? {};
  const state = {
    replicas: wanted,
    ...(lastActiveTime === undefined ? {} : { lastActiveAt: Date.parse(lastActiveTime) / 1000 }),
  };
  const tick = kedaTick(scaleTargetOf(scaledObject), state, triggers, clock.now() / 1000);
  if (tick.replicas !== wanted) await writeScale(client, namespace, targetName, tick.replicas);
  const change = {
    from: wanted,
    to: tick.replicas,
    ...(tick.event === undefined ? {} : { reason: tick.event }),
  };
  recordTick(context, scaledObject, triggers, change);
  const hpa = await client.get<HorizontalPodAutoscaler>(
    horizontalPodAutoscalerKind,
    namespace,
    hpaNameOf(scaledObject),
  );
  await patchStatus(client, scaledObject, statusAfter(scaledObject, tick, triggers, scaleLoop, hpa));
}
