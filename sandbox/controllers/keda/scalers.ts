import type { Deployment } from '../../../src/resources/deployment';
import { deploymentKind } from '../../../src/resources/kinds';
import type { ScaledObject, Trigger } from '../../../src/resources/scaledObject';
import type { MetricReading } from '../../../src/simulator/autoscaler';
import { autoscalerOf } from '../../../src/simulator/kedaHpa';
import { readPrometheusTrigger } from '../../../src/simulator/prometheusTrigger';
import type { ControllerContext } from '../context';
import { bearerTokenOf } from './authentication';
import type { Health } from './health';
import { withHealth } from './health';
import type { MetricsUrls } from './prometheus';
import { askPrometheus } from './prometheus';

/** Reads the triggers of ScaledObjects, live. */
export interface Scalers {
  /** Throws an Error in KEDA's words when a scaler cannot be built, for want of its authentication. */
  check(scaledObject: ScaledObject): Promise<void>;
  /** Reads the trigger of this index, with the fallback applied; an error is part of the answer. */
  read(scaledObject: ScaledObject, index: number, health: Health): Promise<MetricReading>;
}

/** Scalers that ask the Thanos queriers at `urls`. */
export function createScalers({ client, clock }: ControllerContext, urls: MetricsUrls): Scalers {
  async function ask(namespace: string, trigger: Trigger): Promise<MetricReading> {
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
    async read(scaledObject, index, health) {
      const trigger = scaledObject.spec.triggers[index];
      const metric = autoscalerOf(scaledObject).metrics[index];
      if (trigger === undefined || metric === undefined)
        return { error: `no matching metrics found for s${String(index)}-prometheus` };
      const reading = await ask(scaledObject.metadata.namespace ?? '', trigger);
      return withHealth(health, scaledObject, metric, reading, await replicasOf(scaledObject));
    },
  };
}
