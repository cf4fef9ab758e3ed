import type { InferenceService, Predictor } from '../../../src/resources/inferenceService';
import { autoScaling } from '../testCluster';
import { autoscalerClassOf, deploymentModeOf, predictorName } from './annotations';
import { predictorDeployment, updatedDeployment } from './deployment';
import { predictorHpa } from './horizontalPodAutoscaler';
import type { ServingRuntime } from './podTemplate';
import { predictorScaledObject } from './scaledObject';

function aService(predictor: Partial<Predictor>, annotations: Record<string, string> = {}): InferenceService {
  return {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name: 'llama', namespace: 'team-a', uid: 'u', annotations, labels: { team: 'a' } },
    spec: {
      predictor: {
        model: {
          runtime: 'vllm',
          args: ['--max-num-seqs=8'],
          env: [{ name: 'A', value: '2' }],
          resources: { limits: { 'nvidia.com/gpu': '2' } },
        },
        ...predictor,
      },
    },
  };
}

const runtime: ServingRuntime = {
  apiVersion: 'serving.kserve.io/v1alpha1',
  kind: 'ServingRuntime',
  metadata: { name: 'vllm', namespace: 'team-a' },
  spec: {
    annotations: { 'prometheus.io/port': '8080' },
    containers: [
      {
        name: 'kserve-container',
        image: 'vllm:1',
        args: ['--served-model-name={{.Name}}'],
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: '1' },
        ],
      },
    ],
  },
};

describe('predictorScaledObject', () => {
  it('has the spec that KServe writes', () => {
    const metrics = autoScaling.metrics as NonNullable<Predictor['autoScaling']>['metrics'];
    const service = aService({
      minReplicas: 1,
      maxReplicas: 3,
      autoScaling: { ...(metrics && { metrics }) },
    });
    expect(predictorScaledObject(service).spec).toEqual({
      scaleTargetRef: { name: 'llama-predictor' },
      minReplicaCount: 1,
      maxReplicaCount: 3,
      triggers: [
        {
          type: 'prometheus',
          metadata: {
            serverAddress: 'https://thanos-querier.openshift-monitoring.svc.cluster.local:9092',
            query: 'sum(vllm:num_requests_waiting{namespace="team-a",service="llama-metrics"})',
            threshold: '2',
            namespace: 'team-a',
            authModes: 'bearer',
          },
          authenticationRef: { name: 'inference-prometheus-auth' },
        },
      ],
      advanced: {
        horizontalPodAutoscalerConfig: {
          behavior: {
            scaleUp: { stabilizationWindowSeconds: 0 },
            scaleDown: { stabilizationWindowSeconds: 300 },
          },
        },
      },
    });
  });

  it.each([
    [undefined, undefined, 1, 1],
    [2, undefined, 2, 2],
    [0, undefined, 0, 0],
    [0, 3, 0, 3],
    [4, 2, 4, 4],
  ])('turns bounds %s..%s into %s..%s', (minReplicas, maxReplicas, min, max) => {
    const bounds = {
      ...(minReplicas === undefined ? {} : { minReplicas }),
      ...(maxReplicas === undefined ? {} : { maxReplicas }),
    };
    const { minReplicaCount, maxReplicaCount } = predictorScaledObject(aService(bounds)).spec;
    expect([minReplicaCount, maxReplicaCount]).toEqual([min, max]);
  });

  it('copies the windows, and nothing else of the behavior', () => {
    const policies = [{ type: 'Pods' as const, value: 1, periodSeconds: 60 }];
    const behavior = { scaleDown: { stabilizationWindowSeconds: 60, policies, tolerance: '0.2' } };
    const { advanced } = predictorScaledObject(aService({ autoScaling: { behavior } })).spec;
    expect(advanced?.horizontalPodAutoscalerConfig?.behavior).toEqual({
      scaleUp: { stabilizationWindowSeconds: 0 },
      scaleDown: { stabilizationWindowSeconds: 60 },
    });
  });

  it('takes 0 for a threshold that was given as averageValue only', () => {
    const external = { metric: {}, target: { type: 'AverageValue' as const, averageValue: '2' } };
    const service = aService({ autoScaling: { metrics: [{ type: 'External', external }] } });
    expect(predictorScaledObject(service).spec.triggers[0]?.metadata.threshold).toBe('0');
  });
});

describe('predictorDeployment', () => {
  it("puts the runtime's container with the model's settings into the template", () => {
    expect(predictorDeployment(aService({}), runtime).spec.template.spec.containers).toEqual([
      {
        name: 'kserve-container',
        image: 'vllm:1',
        args: ['--served-model-name=llama', '--max-num-seqs=8'],
        env: [
          { name: 'A', value: '2' },
          { name: 'B', value: '1' },
        ],
        resources: { limits: { 'nvidia.com/gpu': '2' }, requests: {} },
      },
    ]);
  });

  it('copies annotations into the pod template, but those of the disallow list', () => {
    const service = aService(
      { annotations: { own: 'predictor' } },
      {
        'serving.kserve.io/autoscalerClass': 'keda',
        own: 'service',
        'kubectl.kubernetes.io/last-applied-configuration': '{}',
        'security.opendatahub.io/enable-auth': 'true',
      },
    );
    expect(predictorDeployment(service, runtime).spec.template.metadata).toEqual({
      labels: {
        app: 'isvc.llama-predictor',
        component: 'predictor',
        'serving.kserve.io/inferenceservice': 'llama',
        team: 'a',
      },
      annotations: {
        'prometheus.io/port': '8080',
        'serving.kserve.io/autoscalerClass': 'keda',
        own: 'predictor',
      },
    });
  });

  it.each([
    ['none', 2, 5, 2],
    ['none', undefined, 5, 1],
    ['keda', 2, 5, 5],
    ['hpa', 2, 5, 5],
  ])('of class %s with minimum %s over %s replicas sets %s', (kind, minReplicas, before, after) => {
    const bounds = minReplicas === undefined ? {} : { minReplicas };
    const desired = predictorDeployment(
      aService(bounds, { 'serving.kserve.io/autoscalerClass': kind }),
      runtime,
    );
    const existing = { ...desired, spec: { ...desired.spec, replicas: before } };
    expect(updatedDeployment(existing, desired).spec.replicas).toBe(after);
  });
});

it.each([
  [{}, 1, 1],
  [{ minReplicas: 0 }, 1, 1],
  [{ minReplicas: 2, maxReplicas: 5 }, 2, 5],
])('predictorHpa of %j aims at 80 percent CPU within %s..%s', (bounds, min, max) => {
  expect(predictorHpa(aService(bounds)).spec).toMatchObject({
    minReplicas: min,
    maxReplicas: max,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 80 } } }],
  });
});

describe('annotations', () => {
  it.each([
    ['hpa', {}, {}],
    ['keda', { 'serving.kserve.io/autoscalerClass': 'keda' }, {}],
    [
      'none',
      { 'serving.kserve.io/autoscalerClass': 'keda' },
      { 'serving.kserve.io/autoscalerClass': 'none' },
    ],
  ])('class %s', (expected, service, component) => {
    expect(autoscalerClassOf(aService({ annotations: component }, service))).toBe(expected);
  });

  it.each([
    ['Standard', {}],
    ['Standard', { 'serving.kserve.io/deploymentMode': 'RawDeployment' }],
    ['Knative', { 'serving.kserve.io/deploymentMode': 'Serverless' }],
  ])('mode %s', (mode, annotations) => {
    expect(deploymentModeOf(aService({}, annotations))).toBe(mode);
  });

  it('names a named predictor', () => {
    expect(predictorName(aService({ name: 'big' }))).toBe('llama-big-predictor');
  });
});
