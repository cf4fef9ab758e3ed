import { aKserveHpa, aPlainInferenceService, aServedModel } from '../../../resources/testObjects';
import { modelLinks } from './modelLinks';

describe('modelLinks', () => {
  it('leads to the pages of the model’s objects', () => {
    expect(modelLinks(aServedModel())).toEqual({
      policy: '/llm-autoscaling/ns/team-a/inferenceservices/llama/policy',
      metrics:
        '/monitoring/query-browser?query0=sum%28vllm%3Anum_requests_waiting%7Bnamespace%3D%22team-a%22%2Cservice%3D%22llama-metrics%22%7D%29',
      inferenceService: '/k8s/ns/team-a/serving.kserve.io~v1beta1~InferenceService/llama',
      yaml: '/k8s/ns/team-a/serving.kserve.io~v1beta1~InferenceService/llama/yaml',
      scaledObject: '/k8s/ns/team-a/keda.sh~v1alpha1~ScaledObject/llama-predictor',
      hpa: '/k8s/ns/team-a/autoscaling~v2~HorizontalPodAutoscaler/keda-hpa-llama-predictor',
    });
  });

  it('leads to what there is, and to the waiting requests where nothing scales by a query', () => {
    const { scaledObject, kedaHpa, ...rest } = aServedModel();
    expect([scaledObject, kedaHpa]).not.toContain(undefined);
    const links = modelLinks({
      ...rest,
      inferenceService: aPlainInferenceService(),
      kserveHpa: aKserveHpa(),
    });
    expect(links.scaledObject).toBeUndefined();
    expect(links.hpa).toMatch(/\/llama-predictor$/);
    expect(new URL(links.metrics, 'http://console').searchParams.get('query0')).toContain(
      'sum(vllm:num_requests_waiting{namespace="team-a",service="llama-metrics"}) or ',
    );
  });
});
