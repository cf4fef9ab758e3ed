import type { Trigger } from '../../../src/resources/scaledObject';
import type { MetricReading, MetricTarget } from '../../../src/simulator/autoscaler';

/** What the HTTP add-on's external scaler says of an InterceptorRoute or an HTTPScaledObject. */
export interface ScalerAnswer {
  metricName: string;
  /** Requests in flight for each replica. */
  target: number;
  /** Requests in flight, those that wait for a replica included. */
  value: number;
}

/** Asks the external scaler of external-push triggers. */
export interface ExternalScaler {
  /** The metric of a trigger at this place of the ScaledObject; throws an Error when the scaler does not tell it. */
  metric(namespace: string, trigger: Trigger, index: number): Promise<MetricTarget>;
  read(namespace: string, trigger: Trigger): Promise<MetricReading>;
}

/** The add-on's Service, as its chart names it; from a project it needs its namespace. */
const scalerHost = /^keda-add-ons-http-external-scaler\.[^.:]+(\.svc(\.cluster\.local)?)?:9090$/;

export function isExternal({ type }: Trigger): boolean {
  return type === 'external-push';
}

/** The object that says what a trigger counts, as plural/name: an InterceptorRoute, before add-on 0.14 an HTTPScaledObject. */
function countedBy({ interceptorRoute, httpScaledObject = '' }: Trigger['metadata']): string {
  return interceptorRoute === undefined
    ? `httpscaledobjects/${httpScaledObject}`
    : `interceptorroutes/${interceptorRoute}`;
}

/** An external scaler that asks the stand-in of the add-on's at `url`, over HTTP where KEDA speaks gRPC. */
export function createExternalScaler(url: () => string | undefined): ExternalScaler {
  async function ask(namespace: string, { metadata }: Trigger): Promise<ScalerAnswer> {
    const { scalerAddress = '' } = metadata;
    const address = url();
    if (!scalerHost.test(scalerAddress) || address === undefined)
      throw new Error(`rpc error: code = Unavailable desc = dial tcp: lookup ${scalerAddress}: no such host`);
    const answer = await fetch(`${address}/${namespace}/${countedBy(metadata)}`);
    if (!answer.ok) throw new Error(`rpc error: code = Unknown desc = ${await answer.text()}`);
    return (await answer.json()) as ScalerAnswer;
  }
  return {
    async metric(namespace, trigger, index) {
      const { metricName, target } = await ask(namespace, trigger);
      return {
        name: `s${String(index)}-${metricName}`,
        type: trigger.metricType === 'Value' ? 'Value' : 'AverageValue',
        threshold: target,
      };
    },
    async read(namespace, trigger) {
      try {
        return { value: (await ask(namespace, trigger)).value };
      } catch (error) {
        return { error: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
