import type { ScaledObject } from '../../../src/resources/scaledObject';
import type { TriggerReading } from '../../../src/simulator/kedaTick';
import { textOf } from '../../engines/metricFamily';
import { KedaMetrics } from './metrics';

const scaledObject: ScaledObject = {
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata: { name: 'llama-predictor', namespace: 'team-a' },
  spec: { scaleTargetRef: { name: 'llama-predictor' }, triggers: [{ type: 'prometheus', metadata: {} }] },
};
const own = 'namespace="team-a",scaledObject="llama-predictor"';
const trigger = `${own},scaler="prometheusScaler",triggerIndex="0",metric="s0-prometheus",type="scaledobject"`;

const read = (reading: TriggerReading['reading'], isActive: boolean) => [
  { name: 's0-prometheus', reading, activationThreshold: 0, isActive },
];
const linesOf = (metrics: KedaMetrics): string[] =>
  textOf(metrics.families())
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

describe('KedaMetrics', () => {
  it('tells the value and the activity of each trigger, and counts errors', () => {
    const metrics = new KedaMetrics();
    metrics.paused(scaledObject);
    metrics.record(scaledObject, read({ value: 7 }, true));
    metrics.record(scaledObject, read({ error: 'prometheus query api returned 403' }, false));
    expect(linesOf(metrics)).toEqual([
      `keda_scaler_metrics_value{${trigger}} 7`,
      `keda_scaler_active{${trigger}} 0`,
      `keda_scaler_detail_errors_total{${trigger}} 1`,
      `keda_scaled_object_errors_total{${own}} 1`,
      `keda_scaled_object_paused{${own}} 0`,
    ]);
  });

  it('tells a pause', () => {
    const metrics = new KedaMetrics();
    const annotations = { 'autoscaling.keda.sh/paused': 'true' };
    metrics.paused({ ...scaledObject, metadata: { ...scaledObject.metadata, annotations } });
    expect(linesOf(metrics)).toEqual([`keda_scaled_object_paused{${own}} 1`]);
  });

  it('tells nothing of a ScaledObject that is gone', () => {
    const metrics = new KedaMetrics();
    metrics.record(scaledObject, read({ value: 7 }, true));
    metrics.forget('team-a', 'llama-predictor');
    expect(linesOf(metrics)).toEqual([]);
  });
});
