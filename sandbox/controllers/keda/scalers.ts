import type { Deployment } from '../../../src/resources/deployment';
import { deploymentKind } from '../../../src/resources/kinds';
import type { ScaledObject, Trigger } from '../../../src/resources/scaledObject';
import type { MetricReading, MetricTarget } from '../../../src/simulator/autoscaler';
import { autoscalerOf } from '../../../src/simulator/kedaHpa';
import { readPrometheusTrigger } from '../../../src/simulator/prometheusTrigger';
import type { ControllerContext } from '../context';
import { bearerTokenOf } from './authentication';
import type { ExternalScaler } from './externalScaler';
import { createExternalScaler, isExternal } from './externalScaler';
import type { Health } from './health';
import { withHealth } from './health';
import type { MetricsUrls } from './prometheus';
import { askPrometheus } from './prometheus';

/** Reads the triggers of ScaledObjects, live. */
export interface Scalers {
  /** Throws an Error in KEDA's words when a scaler cannot be built, for want of its authentication. */
  check(scaledObject: ScaledObject): Promise<void>;
  /** By the place of a trigger, the metric that its external scaler answers with; throws its Error. */
  told(scaledObject: ScaledObject): Promise<(MetricTarget | undefined)[]>;
  /** Whether one of its external scalers has something to do now; one that does not answer has not. */
  pushes(scaledObject: ScaledObject): Promise<boolean>;
  /** Reads the trigger of this index, with the fallback applied; an error is part of the answer. */
  read(scaledObject: ScaledObject, index: number, health: Health): Promise<MetricReading>;
}

/** Scalers that ask the Thanos queriers at `urls`, and the HTTP add-on's scaler at `addOnUrl` while it runs. */
export function createScalers(
  { client, clock }: ControllerContext,
  urls: MetricsUrls,
  addOnUrl: () => string | undefined,
): Scalers {
  const external: ExternalScaler = createExternalScaler(addOnUrl);

  const told: Scalers['told'] = ({ metadata, spec }) =>
    Promise.all(
      spec.triggers.map(async (trigger, index) =>
        isExternal(trigger) ? external.metric(metadata.namespace ?? '', trigger, index) : undefined,
      ),
    );

  async function ask(namespace: string, trigger: Trigger): Promise<MetricReading> {
    if (isExternal(trigger)) return external.read(namespace, trigger);
    const { serverAddress = '', query = '', namespace: scope, ignoreNullValues } = trigger.metadata;
    try {
      const token = await bearerTokenOf(client, namespace, trigger);
      const result = await askPrometheus(
        {
          serverAddress,
          query,
          ...(scope === undefined ? {} : { namespace: scope }),
          ...(token === undefined ? {} : { token }),
        },
        urls,
        clock.now(),
      );
      return readPrometheusTrigger(result, { query, ignoreNullValues: ignoreNullValues !== 'false' });
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  async function replicasOf({
    metadata,
    spec,
  }: ScaledObject): Promise<{ specReplicas: number; readyReplicas: number }> {
    const target = await client.get<Deployment>(deploymentKind, metadata.namespace, spec.scaleTargetRef.name);
    return { specReplicas: target?.spec.replicas ?? 0, readyReplicas: target?.status?.readyReplicas ?? 0 };
  }

  return {
    told,
    async check({ metadata, spec }) {
      for (const [index, trigger] of spec.triggers.entries()) {
        try {
          await bearerTokenOf(client, metadata.namespace ?? '', trigger);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          throw new Error(`error getting scaler for trigger #${String(index)}: ${reason}`, { cause: error });
        }
      }
    },
    async pushes({ metadata, spec }) {
      const readings = await Promise.all(
        spec.triggers.filter(isExternal).map((trigger) => external.read(metadata.namespace ?? '', trigger)),
      );
      return readings.some((reading) => 'value' in reading && reading.value > 0);
    },
    async read(scaledObject, index, health) {
      const trigger = scaledObject.spec.triggers[index];
      let metric: MetricTarget | undefined;
      try {
        metric = autoscalerOf(scaledObject, await told(scaledObject)).metrics[index];
      } catch (error) {
        return { error: error instanceof Error ? error.message : String(error) };
      }
      if (trigger === undefined || metric === undefined)
        return { error: `no matching metrics found for trigger ${String(index)}` };
      const reading = await ask(scaledObject.metadata.namespace ?? '', trigger);
      return withHealth(health, scaledObject, metric, reading, await replicasOf(scaledObject));
    },
  };
}
