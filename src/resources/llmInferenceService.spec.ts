import { llmScalerOf, llmTroubleOf } from './llmInferenceService';
import type { LlmInferenceService } from './llmInferenceService';

const keda = { triggers: [{ type: 'prometheus' }] };

it.each<[string, LlmInferenceService['spec'], ReturnType<typeof llmScalerOf>]>([
  ['nothing', {}, { by: 'fixed', replicas: 1 }],
  ['a number', { replicas: 3 }, { by: 'fixed', replicas: 3 }],
  ['triggers', { scaling: { minReplicas: 2, maxReplicas: 4, keda } }, { by: 'keda', min: 2, max: 4 }],
  ['no minimum', { scaling: { maxReplicas: 4, keda } }, { by: 'keda', min: 1, max: 4 }],
  ['llm-d', { scaling: { maxReplicas: 4, wva: {} } }, { by: 'wva', min: 1, max: 4 }],
  ['bounds alone', { scaling: { maxReplicas: 4 } }, { by: 'nobody', min: 1, max: 4 }],
])('reads who scales it: %s', (_case, spec, expected) => {
  expect(llmScalerOf(spec)).toEqual(expected);
});

describe('what is wrong with it', () => {
  const reporting = (
    ...conditions: [type: string, status: 'True' | 'False', message: string][]
  ): LlmInferenceService => ({
    apiVersion: 'serving.kserve.io/v1alpha2',
    kind: 'LLMInferenceService',
    metadata: { name: 'a' },
    spec: {},
    status: { conditions: conditions.map(([type, status, message]) => ({ type, status, message })) },
  });

  it.each([
    ['nothing', reporting(['Ready', 'True', 'x']), undefined],
    ['the whole', reporting(['Ready', 'False', 'no route']), 'no route'],
    ['its scaling first', reporting(['Ready', 'False', 'a'], ['ScalingReady', 'False', 'b']), 'b'],
    ['not told yet', { ...reporting(), status: {} }, undefined],
  ])('%s', (_case, service, expected) => {
    expect(llmTroubleOf(service)).toBe(expected);
  });
});
