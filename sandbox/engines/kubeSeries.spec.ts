import type { Pod } from '../../src/resources/pod';
import type { KubeObjects } from './kubeObjects';
import { kubeSeries } from './kubeSeries';
import { textOf } from './metricFamily';

const meta = (name: string): { name: string; namespace: string; uid: string } => ({
  name,
  namespace: 'chat',
  uid: `uid-${name}`,
});
const gpu = { 'nvidia.com/gpu': '1', cpu: '500m', memory: '8Gi' };

const serving: Pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    ...meta('llama-a'),
    labels: { 'serving.kserve.io/inferenceservice': 'llama', app: 'isvc.llama-predictor' },
    ownerReferences: [
      { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'llama-rs', uid: 'r', controller: true },
    ],
  },
  spec: {
    nodeName: 'gpu-0',
    containers: [{ name: 'kserve-container', resources: { requests: gpu, limits: gpu } }],
  },
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
};
const homeless: Pod = {
  ...serving,
  metadata: { ...meta('llama-b') },
  spec: {
    containers: [{ name: 'kserve-container', resources: { requests: { 'nvidia.com/mig-1g.10gb': '2' } } }],
  },
  status: {
    phase: 'Pending',
    conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }],
  },
};
const pulling: Pod = {
  ...serving,
  metadata: { ...meta('llama-c') },
  spec: { nodeName: 'gpu-0', containers: [{ name: 'kserve-container' }] },
  status: {
    phase: 'Pending',
    containerStatuses: [
      {
        name: 'kserve-container',
        ready: false,
        restartCount: 0,
        state: { waiting: { reason: 'ContainerCreating' } },
      },
    ],
  },
};

const objects: KubeObjects = {
  deployments: [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: meta('llama-predictor'),
      spec: { replicas: 3, selector: {}, template: { spec: { containers: [] } } },
      status: { replicas: 3, readyReplicas: 2, availableReplicas: 1, updatedReplicas: 3 },
    },
  ],
  autoscalers: [
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: meta('keda-hpa-llama-predictor'),
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: 'llama-predictor' },
        minReplicas: 1,
        maxReplicas: 6,
      },
      status: {
        currentReplicas: 3,
        desiredReplicas: 4,
        currentMetrics: [
          {
            type: 'External',
            external: { metric: { name: 's0-prometheus' }, current: { averageValue: '2334m' } },
          },
        ],
        conditions: [{ type: 'ScalingLimited', status: 'False', reason: 'DesiredWithinRange' }],
      },
    },
  ],
  pods: [serving, homeless, pulling],
  nodes: [
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'gpu-0' },
      status: { allocatable: { 'nvidia.com/gpu': '4', cpu: '48', memory: '1Gi', pods: '250' } },
    },
  ],
  quotas: [
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: meta('gpus'),
      status: { hard: { 'requests.nvidia.com/gpu': '8' }, used: { 'requests.nvidia.com/gpu': '3' } },
    },
  ],
};

const lines = textOf(kubeSeries(objects)).split('\n');
const pod = (name: string): string => `namespace="chat",pod="${name}",uid="uid-${name}"`;
const autoscaler = 'namespace="chat",horizontalpodautoscaler="keda-hpa-llama-predictor"';

describe('kubeSeries', () => {
  it.each([
    'kube_deployment_spec_replicas{namespace="chat",deployment="llama-predictor"} 3',
    'kube_deployment_status_replicas_available{namespace="chat",deployment="llama-predictor"} 1',
    'kube_deployment_status_replicas_updated{namespace="chat",deployment="llama-predictor"} 3',
    'kube_deployment_status_replicas{namespace="chat",deployment="llama-predictor"} 3',
    'kube_deployment_status_replicas_ready{namespace="chat",deployment="llama-predictor"} 2',
    `kube_horizontalpodautoscaler_status_condition{${autoscaler},condition="ScalingLimited",status="true"} 0`,
    `kube_horizontalpodautoscaler_status_condition{${autoscaler},condition="ScalingLimited",status="false"} 1`,
    `kube_horizontalpodautoscaler_status_condition{${autoscaler},condition="ScalingLimited",status="unknown"} 0`,
    `kube_horizontalpodautoscaler_status_target_metric{${autoscaler},metric_name="s0-prometheus",metric_target_type="average"} 2.334`,
    `kube_horizontalpodautoscaler_spec_min_replicas{${autoscaler}} 1`,
    `kube_horizontalpodautoscaler_spec_max_replicas{${autoscaler}} 6`,
    `kube_horizontalpodautoscaler_status_current_replicas{${autoscaler}} 3`,
    `kube_horizontalpodautoscaler_status_desired_replicas{${autoscaler}} 4`,
    `kube_pod_container_resource_requests{${pod('llama-a')},container="kserve-container",node="gpu-0",resource="nvidia_com_gpu",unit="integer"} 1`,
    `kube_pod_container_resource_requests{${pod('llama-a')},container="kserve-container",node="gpu-0",resource="cpu",unit="core"} 0.5`,
    `kube_pod_container_resource_limits{${pod('llama-a')},container="kserve-container",node="gpu-0",resource="memory",unit="byte"} 8589934592`,
    `kube_pod_container_resource_requests{${pod('llama-b')},container="kserve-container",node="",resource="nvidia_com_mig_1g_10gb",unit="integer"} 2`,
    `kube_pod_status_phase{${pod('llama-a')},phase="Running"} 1`,
    `kube_pod_status_phase{${pod('llama-a')},phase="Pending"} 0`,
    `kube_pod_status_phase{${pod('llama-a')},phase="Succeeded"} 0`,
    `kube_pod_status_phase{${pod('llama-a')},phase="Failed"} 0`,
    `kube_pod_status_phase{${pod('llama-a')},phase="Unknown"} 0`,
    `kube_pod_status_phase{${pod('llama-b')},phase="Pending"} 1`,
    `kube_pod_status_ready{${pod('llama-a')},condition="true"} 1`,
    `kube_pod_status_ready{${pod('llama-a')},condition="false"} 0`,
    `kube_pod_status_ready{${pod('llama-a')},condition="unknown"} 0`,
    `kube_pod_status_unschedulable{${pod('llama-b')}} 1`,
    `kube_pod_labels{${pod('llama-a')},label_serving_kserve_io_inferenceservice="llama"} 1`,
    `kube_pod_owner{${pod('llama-a')},owner_kind="ReplicaSet",owner_name="llama-rs",owner_is_controller="true"} 1`,
    `kube_pod_container_status_waiting_reason{${pod('llama-c')},container="kserve-container",reason="ContainerCreating"} 1`,
    'kube_node_status_allocatable{node="gpu-0",resource="nvidia_com_gpu",unit="integer"} 4',
    'kube_node_status_allocatable{node="gpu-0",resource="memory",unit="byte"} 1073741824',
    'kube_node_status_allocatable{node="gpu-0",resource="pods",unit="integer"} 250',
    'kube_resourcequota{namespace="chat",resourcequota="gpus",resource="requests.nvidia.com/gpu",type="hard"} 8',
    'kube_resourcequota{namespace="chat",resourcequota="gpus",resource="requests.nvidia.com/gpu",type="used"} 3',
  ])('has %s', (line) => {
    expect(lines).toContain(line);
  });

  it('has no unschedulable series for a pod with a node, and no readiness for one that has none', () => {
    const names = (name: string): string[] => lines.filter((line) => line.startsWith(`${name}{`));
    expect(names('kube_pod_status_unschedulable')).toHaveLength(1);
    expect(names('kube_pod_status_ready')).toHaveLength(3);
  });
});
