import type {
  ExternalMetricSpec,
  HorizontalPodAutoscaler,
  ResourceMetricSpec,
  ScalingRules as RulesSpec,
} from '../../../src/resources/horizontalPodAutoscaler';
import { parseQuantity } from '../../../src/resources/quantity';
import type { Autoscaler, MetricTarget, ScalingRules } from '../../../src/simulator/autoscaler';

/** Any metric of an HPA. */
export type MetricSpec = ExternalMetricSpec | ResourceMetricSpec;

function targetOf(metric: MetricSpec): MetricTarget {
  if (metric.type === 'External') {
    const { target } = metric.external;
    const quantity = target.type === 'AverageValue' ? target.averageValue : target.value;
    return { name: metricName(metric), type: target.type, threshold: parseQuantity(quantity) ?? 0 };
  }
  // A utilization is a ratio of the ready pods' use: the arithmetic of type Value (replica_calculator.go).
  const { averageUtilization = 0 } = metric.resource.target;
  return { name: metricName(metric), type: 'Value', threshold: averageUtilization };
}

/** A label selector as Go prints the struct. */
export function selectorInGo(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}: ${value},`);
  return `&LabelSelector{MatchLabels:map[string]string{${pairs.join('')}},MatchExpressions:[]LabelSelectorRequirement{},}`;
}

/** What events and conditions call the metric. */
export function metricName(metric: MetricSpec): string {
  if (metric.type === 'Resource')
    return `${metric.resource.name} resource utilization (percentage of request)`;
  const { name, selector } = metric.external.metric;
  return `external metric ${name}(${selectorInGo(selector?.matchLabels ?? {})})`;
}

function rulesOf({ tolerance, ...rules }: RulesSpec): ScalingRules {
  const share = parseQuantity(tolerance);
  return share === undefined ? rules : { ...rules, tolerance: share };
}

/** What the algorithm needs of an HPA object. */
export function autoscalerOfHpa({ spec }: HorizontalPodAutoscaler): Autoscaler {
  const { minReplicas = 1, maxReplicas, metrics = [], behavior } = spec;
  const { scaleUp, scaleDown } = behavior ?? {};
  return {
    minReplicas,
    maxReplicas,
    metrics: metrics.map(targetOf),
    ...(behavior === undefined
      ? {}
      : {
          behavior: {
            ...(scaleUp === undefined ? {} : { scaleUp: rulesOf(scaleUp) }),
            ...(scaleDown === undefined ? {} : { scaleDown: rulesOf(scaleDown) }),
          },
        }),
  };
}
