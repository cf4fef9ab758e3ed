import type {
  ExternalMetricSpec,
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerBehavior,
} from '../../../src/resources/horizontalPodAutoscaler';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import type { Behavior, MetricTarget, ScalingRules } from '../../../src/simulator/autoscaler';
import { autoscalerOf } from '../../../src/simulator/kedaHpa';
import { ownerReference } from '../owner';
import { formatQuantity } from '../quantity';
import { hpaNameOf, scaledObjectLabel } from './names';

function rulesOf({
  policies,
  tolerance,
  ...rules
}: ScalingRules): HorizontalPodAutoscalerBehavior['scaleUp'] {
  return {
    ...rules,
    ...(policies === undefined ? {} : { policies: [...policies] }),
    ...(tolerance === undefined ? {} : { tolerance: formatQuantity(tolerance) }),
  };
}

function behaviorOf({ scaleUp, scaleDown }: Behavior): HorizontalPodAutoscalerBehavior {
  return {
    ...(scaleUp === undefined ? {} : { scaleUp: rulesOf(scaleUp) ?? {} }),
    ...(scaleDown === undefined ? {} : { scaleDown: rulesOf(scaleDown) ?? {} }),
  };
}

function metricOf({ name, type, threshold }: MetricTarget, scaledObject: string): ExternalMetricSpec {
  const quantity = formatQuantity(threshold);
  const target = type === 'AverageValue' ? { type, averageValue: quantity } : { type, value: quantity };
  const selector = { matchLabels: { [scaledObjectLabel]: scaledObject } };
  return { type: 'External', external: { metric: { name, selector }, target } };
}

/** The HPA for a ScaledObject (KEDA controllers/keda/hpa.go); `told`: metrics of its external scalers. Throws an Error for triggers that it cannot turn into metrics. */
export function hpaFor(
  scaledObject: ScaledObject,
  told: readonly (MetricTarget | undefined)[] = [],
): HorizontalPodAutoscaler {
  const { minReplicas, maxReplicas, metrics, behavior } = autoscalerOf(scaledObject, told);
  const { name, namespace = '', labels = {}, annotations = {} } = scaledObject.metadata;
  const { apiVersion = 'apps/v1', kind = 'Deployment', name: target } = scaledObject.spec.scaleTargetRef;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: {
      name: hpaNameOf(scaledObject),
      namespace,
      labels: {
        ...labels,
        'app.kubernetes.io/name': hpaNameOf(scaledObject),
        'app.kubernetes.io/part-of': name,
        'app.kubernetes.io/managed-by': 'keda-operator',
        [scaledObjectLabel]: name,
      },
      annotations,
      ownerReferences: [ownerReference(scaledObject)],
    },
    spec: {
      scaleTargetRef: { apiVersion, kind, name: target },
      minReplicas,
      maxReplicas,
      metrics: metrics.map((metric) => metricOf(metric, name)),
      ...(behavior === undefined ? {} : { behavior: behaviorOf(behavior) }),
    },
  };
}
