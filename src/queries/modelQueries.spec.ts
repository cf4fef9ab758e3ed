import { anInferenceService, aScaledObject, aServedModel, aKserveHpa } from '../resources/testObjects';
import type { ServedModel } from '../resources/servedModel';
import { modelQueries } from './modelQueries';

it('selects by the names of the objects', () => {
  const queries = modelQueries(aServedModel());
  expect(queries.waiting).toContain('service="llama-metrics"');
  expect(queries.running).toContain('service="llama-metrics"');
  expect(queries.specReplicas).toBe(
    'max(kube_deployment_spec_replicas{namespace="team-a",deployment="llama-predictor"})',
  );
  expect(queries.availableReplicas).toBe(
    'max(kube_deployment_status_replicas_available{namespace="team-a",deployment="llama-predictor"})',
  );
  const hpa = '{namespace="team-a",horizontalpodautoscaler="keda-hpa-llama-predictor"}';
  expect(queries.hpaDesired).toBe(`max(kube_horizontalpodautoscaler_status_desired_replicas${hpa})`);
  expect(queries.hpaMin).toBe(`max(kube_horizontalpodautoscaler_spec_min_replicas${hpa})`);
  expect(queries.hpaMax).toBe(`max(kube_horizontalpodautoscaler_spec_max_replicas${hpa})`);
});

it('counts GPUs of the model’s own pods, with a node and without', () => {
  const { gpusAllocated, gpusPending } = modelQueries(aServedModel());
  expect(gpusAllocated).toMatch(/node!="".*phase=~"Pending\|Running"/);
  expect(gpusPending).toMatch(/node="".*phase="Pending"/);
  const pattern = /pod=~"([^"]+)"/.exec(gpusAllocated)?.[1] ?? '';
  const matches = (pod: string) => new RegExp(`^(?:${pattern})$`).test(pod);
  expect(matches('llama-predictor-7c9d8f5b6-x2x4z')).toBe(true);
  expect(matches('llama-predictor-7c9d8x2x4z')).toBe(true);
  expect(matches('llama-predictor-x-predictor-7c9d8f5b6-x2x4z')).toBe(false);
});

it.each<[string, ServedModel, string]>([
  [
    'the HPA that the ScaledObject names',
    {
      ...aModelWithoutHpa(),
      scaledObject: aScaledObject({}, {}, { hpaName: 'custom' }),
    },
    'custom',
  ],
  [
    'the HPA that KEDA would make',
    { ...aModelWithoutHpa(), scaledObject: aScaledObject({}, { name: 'other' }, {}) },
    'keda-hpa-other',
  ],
  [
    'KServe’s own HPA where KEDA does not scale',
    { ...aModelWithoutHpa(), kserveHpa: aKserveHpa() },
    'llama-predictor',
  ],
  ['the HPA of the ScaledObject that KServe would make', aModelWithoutHpa(), 'keda-hpa-llama-predictor'],
])('falls back to %s', (_case, model, hpa) => {
  expect(modelQueries(model).hpaDesired).toContain(`horizontalpodautoscaler="${hpa}"`);
});

function aModelWithoutHpa(): ServedModel {
  return {
    key: 'team-a/llama',
    namespace: 'team-a',
    name: 'llama',
    inferenceService: anInferenceService(),
    pendingPods: [],
  };
}
