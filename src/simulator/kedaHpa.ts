import type { Autoscaler, Behavior, MetricTarget, ScalingRules } from './autoscaler';
import { withDefaults } from './behaviorDefaults';
import { toMilli } from './milli';
import type { ScaledObjectData, ScalingRulesData, TriggerData } from './scaledObjectData';
import { isAnnotationOn } from './scaledObjectData';

/** Bounds of KEDA's HPA where the ScaledObject says nothing, or 0 for the minimum (scaledobject_types.go). */
const defaultMin = 1;
const defaultMax = 100;

function quantity(text: string | number): number {
  const match = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)(m?)$/.exec(String(text));
  const value = match ? Number(match[1]) : NaN;
  if (Number.isNaN(value)) throw new Error(`tolerance "${String(text)}" is not a quantity`);
  return match?.[2] ? value / 1000 : value;
}

function rulesOf({ tolerance, ...rules }: ScalingRulesData): ScalingRules {
  return tolerance === undefined ? rules : { ...rules, tolerance: quantity(tolerance) };
}

/** paused-scale-in and paused-scale-out become selectPolicy Disabled, and make a behavior where there was none. */
function behaviorOf(scaledObject: ScaledObjectData): Behavior | undefined {
  const given = scaledObject.spec.advanced?.horizontalPodAutoscalerConfig?.behavior;
  const noScaleIn = isAnnotationOn(scaledObject, 'paused-scale-in');
  const noScaleOut = isAnnotationOn(scaledObject, 'paused-scale-out');
  if (!given && !noScaleIn && !noScaleOut) return undefined;
  return withDefaults({
    scaleUp: { ...rulesOf(given?.scaleUp ?? {}), ...(noScaleOut && { selectPolicy: 'Disabled' }) },
    scaleDown: { ...rulesOf(given?.scaleDown ?? {}), ...(noScaleIn && { selectPolicy: 'Disabled' }) },
  });
}

function metricOf(trigger: TriggerData, index: number, told: MetricTarget | undefined): MetricTarget {
  const place = `trigger ${String(index)}`;
  if (told !== undefined) return told;
  if (trigger.type !== 'prometheus') throw new Error(`${place}: type "${trigger.type}" is not modelled`);
  if (trigger.metricType === 'Utilization') {
    throw new Error(`${place}: metricType Utilization is not allowed for external metrics`);
  }
  const text = trigger.metadata.threshold ?? '';
  const threshold = text.trim() === '' ? NaN : Number(text);
  if (Number.isNaN(threshold)) throw new Error(`${place}: threshold "${text}" is not a number`);
  // The API server refuses the HPA.
  if (toMilli(threshold) === 0) throw new Error(`${place}: threshold "${text}" must be positive`);
  return {
    name: `s${String(index)}-prometheus`,
    type: trigger.metricType ?? 'AverageValue',
    threshold: toMilli(threshold) / 1000,
  };
}

/**
 * The HPA that KEDA writes for a ScaledObject, filled as the API server fills it (KEDA controllers/keda/hpa.go,
 * kubernetes pkg/apis/autoscaling/v2/defaults.go). Metrics are in the order of the triggers. `told`: by the place of a
 * trigger, the metric that its external scaler answers with (pkg/scalers/external_scaler.go GetMetricSpecForScaling).
 * Throws an Error that names the trigger when it is another one than prometheus, has no positive threshold or an
 * impossible metricType.
 */
export function autoscalerOf(
  scaledObject: ScaledObjectData,
  told: readonly (MetricTarget | undefined)[] = [],
): Autoscaler {
  const { minReplicaCount = 0, maxReplicaCount = defaultMax, triggers } = scaledObject.spec;
  const behavior = behaviorOf(scaledObject);
  return {
    minReplicas: minReplicaCount > 0 ? minReplicaCount : defaultMin,
    maxReplicas: maxReplicaCount,
    metrics: triggers.map((trigger, index) => metricOf(trigger, index, told[index])),
    ...(behavior && { behavior }),
  };
}
