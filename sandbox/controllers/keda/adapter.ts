import type { ControllerContext } from '../context';
import type { JsonAnswer, Listener } from '../httpListener';
import { listen } from '../httpListener';
import { formatQuantity } from '../quantity';
import { timestamp } from '../timestamp';
import { keyOf } from '../workQueue';
import { scaledObjectLabel } from './names';
import type { Scalers } from './scalers';
import type { ScaleLoops } from './scaleLoop';

const pathShape = /^\/apis\/external\.metrics\.k8s\.io\/v1beta1\/namespaces\/([^/]+)\/([^/]+)$/;

const failure = (code: number, message: string): JsonAnswer => ({
  code,
  body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, code },
});

/** KEDA's metrics adapter: the external metrics API, which reads a ScaledObject's trigger live for each request. */
export async function startAdapter(
  { clock, informers }: ControllerContext,
  scalers: Scalers,
  loops: ScaleLoops,
): Promise<Listener> {
  return listen(async (url) => {
    const [, namespace, metricName] = pathShape.exec(url.pathname) ?? [];
    if (namespace === undefined || metricName === undefined)
      return failure(404, 'the server could not find the requested resource');
    const selector = url.searchParams.get('labelSelector') ?? '';
    const name = selector.startsWith(`${scaledObjectLabel}=`)
      ? selector.slice(scaledObjectLabel.length + 1)
      : '';
    const scaledObject = informers.scaledObjects?.get(namespace, name);
    if (scaledObject === undefined)
      return failure(
        500,
        `rpc error: code = Unknown desc = error when getting scaled object ${namespace}/${name}`,
      );
    const scaleLoop = loops.of(keyOf(scaledObject), scaledObject.metadata.uid ?? '');
    const index = Number(/^s(\d+)-/.exec(metricName)?.[1] ?? Number.NaN);
    scaleLoop.health.asked = true;
    const reading = await scalers.read(scaledObject, index, scaleLoop.health);
    if ('error' in reading) {
      const reason = `error when getting metric values metric:${metricName} encountered error`;
      return failure(500, `rpc error: code = Unknown desc = ${reason}`);
    }
    const item = {
      metricName,
      metricLabels: null,
      timestamp: timestamp(clock.now()),
      value: formatQuantity(reading.value),
    };
    const list = { kind: 'ExternalMetricValueList', apiVersion: 'external.metrics.k8s.io/v1beta1' };
    return { code: 200, body: { ...list, metadata: {}, items: [item] } };
  });
}
