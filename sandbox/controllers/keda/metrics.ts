import type { ScaledObject } from '../../../src/resources/scaledObject';
import type { TriggerReading } from '../../../src/simulator/kedaTick';
import type { MetricFamily, Sample } from '../../engines/metricFamily';
import { isExternal } from './externalScaler';
import { isPaused } from './pausing';

type Labels = Sample['labels'];
type Values = Map<string, { labels: Labels; value: number }>;

/** One of KEDA's families: gauges are set, counters grow. */
class Family {
  readonly #values: Values = new Map();

  constructor(
    private readonly name: string,
    private readonly type: 'gauge' | 'counter',
    private readonly help: string,
  ) {}

  set(labels: Labels, value: number): void {
    this.#values.set(JSON.stringify(labels), { labels, value });
  }

  add(labels: Labels, value: number): void {
    this.set(labels, (this.#values.get(JSON.stringify(labels))?.value ?? 0) + value);
  }

  /** Drops what is told of an object that is gone. */
  forget(namespace: string, scaledObject: string): void {
    for (const [key, { labels }] of this.#values)
      if (labels.namespace === namespace && labels.scaledObject === scaledObject) this.#values.delete(key);
  }

  family(): MetricFamily {
    const { name, type, help } = this;
    return { name, type, help, samples: [...this.#values.values()].map((value) => ({ name, ...value })) };
  }
}

/** The metrics of KEDA's operator about ScaledObjects and their triggers (pkg/metricscollector/prommetrics.go). */
export class KedaMetrics {
  readonly #value = new Family('keda_scaler_metrics_value', 'gauge', 'The current value for each metric.');
  readonly #active = new Family('keda_scaler_active', 'gauge', 'Whether a scaler is active.');
  readonly #triggerErrors = new Family(
    'keda_scaler_detail_errors_total',
    'counter',
    'Errors of each scaler.',
  );
  readonly #errors = new Family('keda_scaled_object_errors_total', 'counter', 'Errors of a ScaledObject.');
  readonly #paused = new Family('keda_scaled_object_paused', 'gauge', 'Whether a ScaledObject is paused.');

  /** Takes note of what the operator's loop has read. */
  record(scaledObject: ScaledObject, triggers: readonly (TriggerReading & { isActive: boolean })[]): void {
    const { name, namespace = '' } = scaledObject.metadata;
    const own = { namespace, scaledObject: name };
    let failed = 0;
    for (const [index, { name: metric, reading, isActive }] of triggers.entries()) {
      const trigger = scaledObject.spec.triggers[index];
      const scaler =
        trigger !== undefined && isExternal(trigger) ? 'externalPushScaler' : `${trigger?.type ?? ''}Scaler`;
      const labels = { ...own, scaler, triggerIndex: String(index), metric, type: 'scaledobject' };
      const error = 'error' in reading;
      failed += Number(error);
      this.#triggerErrors.add(labels, Number(error));
      this.#active.set(labels, Number(isActive));
      if (!error) this.#value.set(labels, reading.exact ?? reading.value);
    }
    this.#errors.add(own, failed);
  }

  /** Takes note of a pause; the operator's loop does not run then. */
  paused(scaledObject: ScaledObject): void {
    const { name, namespace = '' } = scaledObject.metadata;
    this.#paused.set({ namespace, scaledObject: name }, Number(isPaused(scaledObject)));
  }

  forget(namespace: string, scaledObject: string): void {
    for (const family of this.#all()) family.forget(namespace, scaledObject);
  }

  families(): MetricFamily[] {
    return this.#all().map((family) => family.family());
  }

  #all(): Family[] {
    return [this.#value, this.#active, this.#triggerErrors, this.#errors, this.#paused];
  }
}
