import type { InferenceService } from '../resources/inferenceService';
import { anInferenceService, aPlainInferenceService } from '../resources/testObjects';
import { readPolicy, suggestedValues } from './readPolicy';

it('reads what is written', () => {
  const { autoScaling } = anInferenceService().spec.predictor;
  const behavior = { scaleDown: { stabilizationWindowSeconds: 60 } };
  expect(readPolicy(anInferenceService({ autoScaling: { ...autoScaling, behavior } }))).toEqual({
    mode: 'keda',
    minReplicas: 1,
    maxReplicas: 3,
    threshold: 2,
    metricCount: 1,
    query: 'sum(vllm:num_requests_waiting{namespace="team-a",service="llama-metrics"})',
    serverAddress: 'https://thanos-querier.openshift-monitoring.svc.cluster.local:9092',
    scaleDownWindowSeconds: 60,
  });
});

it('says nothing of what is not written', () => {
  expect(readPolicy(aPlainInferenceService())).toEqual({ mode: 'hpa', metricCount: 0 });
  expect(readPolicy(anInferenceService({ maxReplicas: 0 }))).not.toHaveProperty('maxReplicas');
});

it.each(['keda', 'hpa', 'external', 'none'])('knows the class %s', (name) => {
  expect(readPolicy(ofClass(name)).mode).toBe(name);
});

it('calls any other class other', () => {
  expect(readPolicy(ofClass('mine')).mode).toBe('other');
});

it.each<[string, InferenceService, [number, number, number]]>([
  ['nothing', aPlainInferenceService(), [1, 3, 2]],
  ['usable values', anInferenceService({ minReplicas: 2, maxReplicas: 5 }), [2, 5, 2]],
  ['a minimum of 0', anInferenceService({ minReplicas: 0, maxReplicas: 2 }), [1, 2, 2]],
  ['a minimum above the usual maximum', anInferenceService({ minReplicas: 4, maxReplicas: 0 }), [4, 4, 2]],
])('suggests values where %s is written', (_case, inferenceService, [min, max, threshold]) => {
  expect(suggestedValues(inferenceService)).toEqual({ minReplicas: min, maxReplicas: max, threshold });
});

function ofClass(name: string): InferenceService {
  return aPlainInferenceService({ annotations: { 'serving.kserve.io/autoscalerClass': name } });
}
