import { replicasOf, type Replicas } from '../resources/replicas';
import type { ModelLoad } from '../resources/modelLoad';
import type { ServedModel } from '../resources/servedModel';
import { thresholdOf, type Threshold } from '../resources/threshold';
import { hpaReading } from './hpaReading';
import { measuredLoad } from './measuredLoad';

/** How the HPA gets from the load to a number of replicas, with the numbers of now. */
export interface Arithmetic {
  /** The metric's value, all replicas together. */
  load: number;
  /** prometheus: measured just now; hpa: as the HPA read it at its last sync. */
  source: 'prometheus' | 'hpa';
  threshold: number;
  /** AverageValue: load / threshold; Value: load / threshold x ready replicas. */
  type: 'AverageValue' | 'Value';
  /** Replicas that this load asks for, before the bounds. Inside the tolerance: as many as there are. */
  wants: number;
  /** The HPA keeps its replicas, since load and capacity differ by at most 10 %. */
  withinTolerance: boolean;
  /** The bound that cuts `wants`. */
  limitedTo?: 'min' | 'max';
  /** `wants` between the bounds. */
  replicas: number;
  /** Other metrics of the same HPA, which takes the largest proposal: only with 0 is this the whole decision. */
  otherMetrics: number;
}

/** HPA tolerance: 0.1, kube-controller-manager's default, as a divisor. */
const toleranceDivisor = 10;

/** The arithmetic of the first Prometheus trigger; undefined while load, threshold or replicas are not known. */
export function arithmeticOf(model: ServedModel, load: ModelLoad | undefined): Arithmetic | undefined {
  const threshold = thresholdOf(model);
  const measured = measuredLoad(model, load);
  const value = measured ?? hpaReading(model);
  const replicas = replicasOf(model);
  if (threshold === undefined || threshold.value <= 0 || value === undefined || replicas.spec === undefined) {
    return undefined;
  }
  const { wants, withinTolerance } = proposal(value, threshold, replicas);
  const lowest = Math.max(1, replicas.min); // KEDA writes 1 into the HPA for a minimum of 0
  const bounded = Math.min(Math.max(wants, lowest), replicas.max);
  return {
    load: value,
    source: measured === undefined ? 'hpa' : 'prometheus',
    threshold: threshold.value,
    type: threshold.type,
    wants,
    withinTolerance,
    ...limitOf(wants, bounded),
    replicas: bounded,
    otherMetrics: Math.max(0, (model.kedaHpa?.spec.metrics?.length ?? 1) - 1),
  };
}

function limitOf(wants: number, bounded: number): { limitedTo?: 'min' | 'max' } {
  if (wants === bounded) return {};
  return { limitedTo: wants > bounded ? 'max' : 'min' };
}

/** In thousandths, as the HPA does it (pkg/controller/podautoscaler/replica_calculator.go). */
function proposal(
  load: number,
  { value, type }: Threshold,
  { spec = 0, current = 0, ready = 0 }: Replicas,
): { wants: number; withinTolerance: boolean } {
  const loadMilli = Math.round(load * 1000);
  const thresholdMilli = Math.max(1, Math.round(value * 1000));
  const capacityMilli = type === 'Value' ? thresholdMilli : thresholdMilli * current;
  if (Math.abs(loadMilli - capacityMilli) * toleranceDivisor <= capacityMilli && capacityMilli > 0) {
    return { wants: type === 'Value' ? spec : current, withinTolerance: true };
  }
  const factor = type === 'Value' ? ready : 1;
  return { wants: Math.ceil((loadMilli * factor) / thresholdMilli), withinTolerance: false };
}
