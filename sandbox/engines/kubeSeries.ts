import type { Deployment } from '../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import type { KubernetesObject } from '../../src/resources/object';
import { parseQuantity } from '../../src/resources/quantity';
import type { KubeObjects } from './kubeObjects';
import { podSeries } from './kubePods';
import { resourceSeries } from './kubeResources';
import type { MetricFamily } from './metricFamily';

/** One gauge with a series for each object; objects for which `value` is undefined have none. */
function gauge<T extends KubernetesObject>(
  name: string,
  help: string,
  label: string,
  objects: readonly T[],
  value: (object: T) => number | undefined,
): MetricFamily {
  const samples = objects.flatMap((object) => {
    const current = value(object);
    const { namespace = '', name: own } = object.metadata;
    return current === undefined ? [] : [{ name, labels: { namespace, [label]: own }, value: current }];
  });
  return { name, type: 'gauge', help, samples };
}

function deploymentSeries(deployments: readonly Deployment[]): MetricFamily[] {
  const of = (
    suffix: string,
    help: string,
    value: (object: Deployment) => number | undefined,
  ): MetricFamily => gauge(`kube_deployment_${suffix}`, help, 'deployment', deployments, value);
  return [
    of('spec_replicas', 'Number of desired pods for a deployment.', ({ spec }) => spec.replicas),
    of('status_replicas', 'Replicas of a deployment.', ({ status }) => status?.replicas ?? 0),
    of(
      'status_replicas_ready',
      'Ready replicas of a deployment.',
      ({ status }) => status?.readyReplicas ?? 0,
    ),
    of(
      'status_replicas_available',
      'Available replicas of a deployment.',
      ({ status }) => status?.availableReplicas ?? 0,
    ),
    of(
      'status_replicas_updated',
      'Updated replicas of a deployment.',
      ({ status }) => status?.updatedReplicas ?? 0,
    ),
  ];
}

const identity = ({ metadata }: HorizontalPodAutoscaler): Record<string, string> => ({
  namespace: metadata.namespace ?? '',
  horizontalpodautoscaler: metadata.name,
});

/** Of the three statuses of a condition the one that it has is 1. Not in OpenShift's minimal collection profile. */
function conditionSeries(autoscalers: readonly HorizontalPodAutoscaler[]): MetricFamily {
  const name = 'kube_horizontalpodautoscaler_status_condition';
  const samples = autoscalers.flatMap((autoscaler) =>
    (autoscaler.status?.conditions ?? []).flatMap((condition) =>
      ['True', 'False', 'Unknown'].map((status) => ({
        name,
        labels: { ...identity(autoscaler), condition: condition.type, status: status.toLowerCase() },
        value: Number(condition.status === status),
      })),
    ),
  );
  return { name, type: 'gauge', help: 'The condition of an autoscaler.', samples };
}

/** What the autoscaler read last. Not in OpenShift's minimal collection profile. */
function targetMetricSeries(autoscalers: readonly HorizontalPodAutoscaler[]): MetricFamily {
  const name = 'kube_horizontalpodautoscaler_status_target_metric';
  const samples = autoscalers.flatMap((autoscaler) =>
    (autoscaler.status?.currentMetrics ?? []).flatMap(({ external }) => {
      const { averageValue, value } = external?.current ?? {};
      const read = parseQuantity(averageValue ?? value ?? '');
      if (external === undefined || read === undefined) return [];
      const type = averageValue === undefined ? 'value' : 'average';
      const labels = { metric_name: external.metric.name, metric_target_type: type };
      return [{ name, labels: { ...identity(autoscaler), ...labels }, value: read }];
    }),
  );
  return { name, type: 'gauge', help: 'The current metric of an autoscaler.', samples };
}

function autoscalerSeries(autoscalers: readonly HorizontalPodAutoscaler[]): MetricFamily[] {
  const of = (
    suffix: string,
    help: string,
    value: (object: HorizontalPodAutoscaler) => number | undefined,
  ): MetricFamily =>
    gauge(`kube_horizontalpodautoscaler_${suffix}`, help, 'horizontalpodautoscaler', autoscalers, value);
  return [
    of('spec_min_replicas', 'Lower limit of an autoscaler.', ({ spec }) => spec.minReplicas),
    of('spec_max_replicas', 'Upper limit of an autoscaler.', ({ spec }) => spec.maxReplicas),
    of(
      'status_current_replicas',
      'Replicas that an autoscaler sees.',
      ({ status }) => status?.currentReplicas ?? 0,
    ),
    of(
      'status_desired_replicas',
      'Replicas that an autoscaler wants.',
      ({ status }) => status?.desiredReplicas ?? 0,
    ),
    conditionSeries(autoscalers),
    targetMetricSeries(autoscalers),
  ];
}

/** The series of kube-state-metrics that the product's queries read, with the labels of kube-state-metrics 2.x. */
export function kubeSeries({ deployments, autoscalers, pods, nodes, quotas }: KubeObjects): MetricFamily[] {
  return [
    ...deploymentSeries(deployments),
    ...autoscalerSeries(autoscalers),
    ...podSeries(pods),
    ...resourceSeries(nodes, quotas),
  ];
}
