import type { InferenceService, Predictor } from '../../src/resources/inferenceService';
import { apiVersionOf, inferenceServiceKind, servingRuntimeKind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { ScenarioModel, ScenarioNodes, ScenarioQuota } from './scenario';

/** A Node with its status, which the API server takes only on /status. */
export interface NodeWithStatus extends KubernetesObject {
  status: { capacity: Record<string, string>; allocatable: Record<string, string>; [field: string]: unknown };
}

/** A project in which OpenShift AI serves models. */
export function namespaceObject(name: string): KubernetesObject {
  const labels = { 'opendatahub.io/dashboard': 'true', 'kubernetes.io/metadata.name': name };
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** The nodes of a group: <name>-0, <name>-1, ... */
export function nodeObjects(group: ScenarioNodes): NodeWithStatus[] {
  const { count, cpu, memory, gpus, gpuProduct } = group;
  const devices: Record<string, string> = gpus === 0 ? {} : { 'nvidia.com/gpu': String(gpus) };
  const quantities = { cpu, memory, pods: '250', 'ephemeral-storage': '500Gi', ...devices };
  return Array.from({ length: count }, (_, index) => {
    const name = `${group.name}-${String(index)}`;
    const gpuLabels: Record<string, string> =
      gpus === 0
        ? {}
        : {
            'nvidia.com/gpu.present': 'true',
            'nvidia.com/gpu.count': String(gpus),
            'nvidia.com/gpu.product': gpuProduct ?? 'unknown',
          };
    const labels = { 'kubernetes.io/hostname': name, 'node-role.kubernetes.io/worker': '', ...gpuLabels };
    const conditions = [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }];
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels },
      status: { capacity: quantities, allocatable: quantities, conditions },
    };
  });
}

/** A ResourceQuota that limits the GPUs of a project. */
export function quotaObject({ namespace, gpus }: ScenarioQuota): KubernetesObject & { spec: unknown } {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'gpus', namespace },
    spec: { hard: { 'requests.nvidia.com/gpu': String(gpus) } },
  };
}

/** The ServingRuntime of a model, as OpenShift AI's dashboard makes one for each, with what the sandbox's pods need. */
export function servingRuntimeObject(model: ScenarioModel): KubernetesObject & { spec: unknown } {
  const { name, namespace, displayName, maxNumSeqs, loadSeconds, profile, loadFault, metricNames } = model;
  return {
    apiVersion: apiVersionOf(servingRuntimeKind),
    kind: servingRuntimeKind.kind,
    metadata: {
      name,
      namespace,
      labels: { 'opendatahub.io/dashboard': 'true' },
      annotations: { 'openshift.io/display-name': `vLLM for ${displayName}` },
    },
    spec: {
      annotations: {
        'prometheus.io/port': '8080',
        'prometheus.io/path': '/metrics',
        'opendatahub.io/kserve-runtime': 'vllm',
      },
      multiModel: false,
      supportedModelFormats: [{ name: 'vLLM', autoSelect: true }],
      containers: [
        {
          name: 'kserve-container',
          image: 'registry.redhat.io/rhaiis/vllm-cuda-rhel9:3',
          command: ['python', '-m', 'vllm.entrypoints.openai.api_server'],
          args: [
            '--port=8080',
            '--model=/mnt/models',
            `--served-model-name=${name}`,
            `--max-num-seqs=${String(maxNumSeqs)}`,
          ],
          env: [
            { name: 'SANDBOX_LOAD_SECONDS', value: String(loadSeconds) },
            { name: 'SANDBOX_PROFILE', value: profile },
            ...(loadFault === undefined ? [] : [{ name: 'SANDBOX_LOAD_FAULT', value: loadFault }]),
            ...(metricNames === undefined ? [] : [{ name: 'SANDBOX_METRIC_NAMES', value: metricNames }]),
          ],
          ports: [{ containerPort: 8080, protocol: 'TCP' }],
        },
      ],
    },
  };
}

function kedaAutoScaling(
  { name, namespace, autoscaling }: ScenarioModel,
  threshold: number,
): NonNullable<Predictor['autoScaling']> {
  const value = String(threshold);
  return {
    metrics: [
      {
        type: 'External',
        external: {
          metric: {
            backend: 'prometheus',
            serverAddress: 'https://thanos-querier.openshift-monitoring.svc.cluster.local:9092',
            namespace,
            query:
              autoscaling.query ??
              `sum(vllm:num_requests_waiting{namespace="${namespace}",service="${name}-metrics"})`,
          },
          authenticationRef: {
            authModes: 'bearer',
            authenticationRef: { name: 'inference-prometheus-auth' },
          },
          target: { type: 'AverageValue', value, averageValue: value },
        },
      },
    ],
    behavior: {
      scaleUp: { stabilizationWindowSeconds: 0 },
      scaleDown: { stabilizationWindowSeconds: autoscaling.scaleDownSeconds ?? 300 },
    },
  };
}

/** The InferenceService of a model. */
export function inferenceServiceObject(model: ScenarioModel): InferenceService {
  const { name, namespace, displayName, deploymentMode, autoscaling, gpus, storageUri } = model;
  const gpu = { 'nvidia.com/gpu': String(gpus) };
  const autoScaling =
    autoscaling.threshold === undefined ? {} : { autoScaling: kedaAutoScaling(model, autoscaling.threshold) };
  return {
    apiVersion: apiVersionOf(inferenceServiceKind),
    kind: inferenceServiceKind.kind,
    metadata: {
      name,
      namespace,
      labels: { 'opendatahub.io/dashboard': 'true' },
      annotations: {
        'openshift.io/display-name': displayName,
        'serving.kserve.io/deploymentMode': deploymentMode,
        ...(autoscaling.class === 'absent' ? {} : { 'serving.kserve.io/autoscalerClass': autoscaling.class }),
      },
    },
    spec: {
      predictor: {
        minReplicas: autoscaling.min,
        maxReplicas: autoscaling.max,
        ...autoScaling,
        model: {
          modelFormat: { name: 'vLLM' },
          runtime: name,
          storageUri,
          resources: {
            limits: { cpu: '4', memory: '20Gi', ...gpu },
            requests: { cpu: '1', memory: '8Gi', ...gpu },
          },
        },
      },
    },
  };
}
