import { stateMetricsLabels } from '../../engines/kubeStateMetrics';
import { podTargetLabels } from '../../engines/podTargets';
import type { Labels } from '../../metrics/seriesStore';
import type { FleetObjects } from './fleetObjects';

/** A series of a fleet: its value never changes, but for `swing` (around the value, over an hour) and with the load on. */
export interface FleetSeries {
  labels: Labels;
  value: number;
  swing?: number;
}

/** One of so many models has traffic that rises and falls. */
const swingEvery = 10;

function engineSeries({ model, pods }: FleetObjects, index: number): FleetSeries[] {
  const serving = pods.filter(({ status }) => status?.phase === 'Running');
  const share = (total: number, place: number): number =>
    Math.floor(total / serving.length) + Number(place < total % serving.length);
  return serving.flatMap((pod, place) => {
    const target = podTargetLabels(pod, `${model.name}-metrics`);
    const series = (name: string, value: number, swing = 0): FleetSeries => ({
      labels: { ...target, __name__: name, model_name: model.name, engine: '0' },
      value,
      ...(swing > 0 && index % swingEvery === 0 ? { swing } : {}),
    });
    const running = share(model.running, place);
    return [
      series('vllm:num_requests_waiting', share(model.waiting, place), share(model.waiting, place) / 2),
      series('vllm:num_requests_running', running, running / 4),
      series('vllm:kv_cache_usage_perc', Math.min(1, running / 40)),
    ];
  });
}

function podSeries({ model, pods }: FleetObjects): FleetSeries[] {
  return pods.flatMap((pod) => {
    const identity = {
      ...stateMetricsLabels,
      namespace: model.namespace,
      pod: pod.metadata.name,
      uid: pod.metadata.uid ?? '',
    };
    const phase = (name: string): FleetSeries => ({
      labels: { ...identity, __name__: 'kube_pod_status_phase', phase: name },
      value: Number(pod.status?.phase === name),
    });
    const request: FleetSeries = {
      labels: {
        ...identity,
        __name__: 'kube_pod_container_resource_requests',
        container: 'kserve-container',
        node: pod.spec.nodeName ?? '',
        resource: 'nvidia_com_gpu',
        unit: 'integer',
      },
      value: model.gpus,
    };
    const ready: FleetSeries = {
      labels: { ...identity, __name__: 'kube_pod_status_ready', condition: 'true' },
      value: Number(pod.status?.phase === 'Running'),
    };
    return [request, phase('Running'), phase('Pending'), ready];
  });
}

function stateSeries({ model, deployment, hpa }: FleetObjects): FleetSeries[] {
  const of = (name: string, label: string, object: string, value: number): FleetSeries => ({
    labels: { ...stateMetricsLabels, namespace: model.namespace, __name__: name, [label]: object },
    value,
  });
  const { name } = deployment.metadata;
  const ofDeployment = (suffix: string, value: number): FleetSeries =>
    of(`kube_deployment_${suffix}`, 'deployment', name, value);
  const ofHpa = (suffix: string, value: number): FleetSeries =>
    of(`kube_horizontalpodautoscaler_${suffix}`, 'horizontalpodautoscaler', hpa?.metadata.name ?? '', value);
  return [
    ofDeployment('spec_replicas', model.desired),
    ofDeployment('status_replicas_available', deployment.status?.availableReplicas ?? 0),
    ...(hpa === undefined
      ? []
      : [
          ofHpa('spec_min_replicas', hpa.spec.minReplicas ?? 1),
          ofHpa('spec_max_replicas', hpa.spec.maxReplicas),
          ofHpa('status_current_replicas', model.desired),
          ofHpa('status_desired_replicas', model.desired),
        ]),
  ];
}

/** What user-workload monitoring would scrape from the pods of a model; `index` is the model's place in the fleet. */
export function workloadSeries(objects: FleetObjects, index: number): FleetSeries[] {
  return engineSeries(objects, index);
}

/** What kube-state-metrics would say of a model, as far as the product's queries read it. */
export function kubeSeriesOf(objects: FleetObjects): FleetSeries[] {
  return [...stateSeries(objects), ...podSeries(objects)];
}

/** What kube-state-metrics would say of the GPUs of a node. */
export function nodeSeries(node: string, gpus: number): FleetSeries[] {
  return ['allocatable', 'capacity'].map((field) => ({
    labels: {
      ...stateMetricsLabels,
      __name__: `kube_node_status_${field}`,
      node,
      resource: 'nvidia_com_gpu',
      unit: 'integer',
    },
    value: gpus,
  }));
}
