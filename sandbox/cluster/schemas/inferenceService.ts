import type { Schema } from '../structural';
import {
  behavior,
  boolean,
  integer,
  intOrString,
  list,
  object,
  oneOf,
  quantity,
  string,
  stringMap,
  strings,
  unchecked,
} from './parts';

const targetTypes = oneOf('Utilization', 'Value', 'AverageValue');
const target = object({
  type: targetTypes,
  value: quantity,
  averageValue: quantity,
  averageUtilization: integer(),
});

const external = object(
  {
    metric: object({
      backend: oneOf('prometheus', 'graphite'),
      serverAddress: string,
      query: string,
      namespace: string,
    }),
    authenticationRef: object({ authModes: string, authenticationRef: object({ name: string }, ['name']) }, [
      'authenticationRef',
    ]),
    target,
  },
  ['metric', 'target'],
);

const podMetric = object(
  {
    metric: object({
      backend: oneOf('opentelemetry'),
      metricNames: strings,
      operationOverTime: string,
      query: string,
      serverAddress: string,
    }),
    target,
  },
  ['metric', 'target'],
);

const metric = object(
  {
    type: oneOf('Resource', 'External', 'PodMetric'),
    resource: object({ name: oneOf('cpu', 'memory'), target }, ['name', 'target']),
    external,
    podmetric: podMetric,
  },
  ['type'],
);

const model = object({
  ...unchecked(`command confidential envFrom image imagePullPolicy lifecycle livenessProbe name ports
    protocolVersion readinessProbe resizePolicy restartPolicy restartPolicyRules runtimeVersion securityContext
    startupProbe stdin stdinOnce storage terminationMessagePath terminationMessagePolicy tty volumeDevices
    volumeMounts workingDir`),
  modelFormat: object({ name: string, version: string }, ['name']),
  runtime: string,
  storageUri: string,
  args: strings,
  env: list(object({ name: string, value: string, ...unchecked('valueFrom') }, ['name'])),
  resources: object({
    ...unchecked('claims'),
    limits: { type: 'object', additionalProperties: quantity },
    requests: { type: 'object', additionalProperties: quantity },
  }),
});

/** What all components have: the scaling fields are checked, and of a pod's spec only the names. */
const component = {
  ...unchecked(`activeDeadlineSeconds affinity automountServiceAccountToken batcher canaryTrafficPercent
    containerConcurrency containers dnsConfig dnsPolicy enableServiceLinks hostAliases hostIPC hostNetwork hostPID
    hostUsers hostname hostnameOverride imagePullSecrets initContainers logger name nodeName nodeSelector os overhead
    preemptionPolicy priority priorityClassName readinessGates resourceClaims resources restartPolicy
    runtimeClassName schedulerName schedulingGates securityContext serviceAccount serviceAccountName
    setHostnameAsFQDN shareProcessNamespace subdomain terminationGracePeriodSeconds timeout tolerations
    topologySpreadConstraints volumes`),
  minReplicas: integer(),
  maxReplicas: integer(),
  scaleTarget: integer(),
  scaleMetric: oneOf('cpu', 'memory', 'concurrency', 'rps'),
  scaleMetricType: targetTypes,
  autoScaling: object({ metrics: list(metric), behavior }),
  annotations: stringMap,
  labels: stringMap,
  deploymentStrategy: object({
    type: string,
    rollingUpdate: object({ maxSurge: intOrString, maxUnavailable: intOrString }),
  }),
};

const predictor = object({
  ...component,
  ...unchecked(`huggingface lightgbm onnx paddle pmml pytorch sklearn storageContainerName storageUris tensorflow
    triton workerSpec xgboost`),
  model,
});

const modelStates = ['', 'Pending', 'Standby', 'Loading', 'Loaded', 'FailedToLoad'];
const modelStatus = object(
  {
    copies: object({ failedCopies: { type: 'integer', default: 0 }, totalCopies: { type: 'integer' } }, [
      'failedCopies',
    ]),
    lastFailureInfo: object({
      ...unchecked('exitCode time'),
      location: string,
      message: string,
      modelRevisionName: string,
      reason: oneOf(
        'ModelLoadFailed',
        'RuntimeUnhealthy',
        'RuntimeDisabled',
        'NoSupportingRuntime',
        'RuntimeNotRecognized',
        'InvalidPredictorSpec',
      ),
    }),
    states: object(
      {
        activeModelState: { ...oneOf(...modelStates), default: 'Pending' },
        targetModelState: { ...oneOf(...modelStates), default: '' },
      },
      ['activeModelState'],
    ),
    transitionStatus: {
      ...oneOf('', 'UpToDate', 'InProgress', 'BlockedByFailedLoad', 'InvalidSpec'),
      default: 'UpToDate',
    },
  },
  ['transitionStatus'],
);

const condition = object(
  {
    lastTransitionTime: string,
    message: string,
    reason: string,
    severity: string,
    status: string,
    type: string,
  },
  ['status', 'type'],
);

const status: Schema = {
  ...object({
    conditions: list(condition),
    deploymentMode: string,
    modelStatus,
    observedGeneration: { type: 'integer', format: 'int64' },
    servingRuntimeName: string,
    clusterServingRuntimeName: string,
    url: string,
    annotations: stringMap,
    components: {
      type: 'object',
      additionalProperties: object({
        ...unchecked('address'),
        grpcUrl: string,
        latestCreatedRevision: string,
        latestReadyRevision: string,
        latestRolledoutRevision: string,
        previousRolledoutRevision: string,
        restUrl: string,
        traffic: list(
          object({
            ...unchecked('percent'),
            configurationName: string,
            latestRevision: boolean,
            revisionName: string,
            tag: string,
            url: string,
          }),
        ),
        url: string,
      }),
    },
  }),
  'x-kubernetes-preserve-unknown-fields': true,
};

/** serving.kserve.io/v1beta1 InferenceService: the scaling of all components, the predictor's model and the status. */
export const inferenceServiceSchema: Schema = object({
  spec: object({ predictor, transformer: object(component), explainer: object(component) }, ['predictor']),
  status,
});
