import { autoscalerClassOf } from './autoscalerClass';
import { deploymentModeOf, isRawMode } from './deploymentMode';
import type { InferenceService } from './inferenceService';
import { predictorNames } from './predictorNames';
import { externalMetricCount, prometheusMetricOf } from './prometheusMetric';
import { anInferenceService, aPlainInferenceService } from './testObjects';

const key = 'serving.kserve.io/autoscalerClass';

it.each<[string, InferenceService, string]>([
  ['nothing is written', aPlainInferenceService(), 'hpa'],
  ['the object says it', aPlainInferenceService({ annotations: { [key]: 'keda' } }), 'keda'],
  ['the predictor says otherwise', anInferenceService({ annotations: { [key]: 'none' } }), 'none'],
  ['the predictor has other annotations', anInferenceService({ annotations: { a: 'b' } }), 'keda'],
])('class when %s', (_case, inferenceService, expected) => {
  expect(autoscalerClassOf(inferenceService)).toBe(expected);
});

it.each([
  ['Standard', 'Knative', 'Standard', true],
  ['RawDeployment', undefined, 'RawDeployment', true],
  ['Serverless', undefined, 'Serverless', false],
  ['ModelMesh', 'Standard', 'ModelMesh', false],
  [undefined, 'Knative', 'Knative', false],
  [undefined, 'RawDeployment', 'RawDeployment', true],
  [undefined, '', '', true],
  [undefined, undefined, undefined, true],
])('mode with annotation %s and status %s', (annotation, status, mode, raw) => {
  const inferenceService: InferenceService = {
    ...aPlainInferenceService(
      annotation === undefined ? {} : { annotations: { 'serving.kserve.io/deploymentMode': annotation } },
    ),
    status: status === undefined ? {} : { deploymentMode: status },
  };
  expect(deploymentModeOf(inferenceService)).toBe(mode);
  expect(isRawMode(inferenceService)).toBe(raw);
});

it('knows how KServe may name the predictor’s objects', () => {
  expect(predictorNames(anInferenceService())).toEqual(['llama-predictor']);
  expect(predictorNames(anInferenceService({ name: '' }))).toEqual(['llama-predictor']);
  expect(predictorNames(anInferenceService({ name: 'a' }))).toEqual(['llama-a-predictor', 'llama-predictor']);
});

it('finds the first Prometheus metric and counts the External ones', () => {
  const [prometheus] = anInferenceService().spec.predictor.autoScaling?.metrics ?? [];
  const metrics = [
    { type: 'Resource' as const, resource: { name: 'cpu' } },
    { type: 'External' as const, external: { metric: { backend: 'graphite' } } },
    ...(prometheus ? [prometheus] : []),
  ];
  const inferenceService = anInferenceService({ autoScaling: { metrics } });
  expect(prometheusMetricOf(inferenceService)?.index).toBe(2);
  expect(externalMetricCount(inferenceService)).toBe(2);
  expect(prometheusMetricOf(aPlainInferenceService())).toBeUndefined();
  expect(externalMetricCount(aPlainInferenceService())).toBe(0);
});
