import type { Translate } from '../../i18n';
import { aScaledObject, aPlainInferenceService, aServedModel } from '../../resources/testObjects';
import type { ServedModel } from '../../resources/servedModel';
import { ruleWords } from './ModelSummary';

jest.mock('../../i18n', () => ({}));

const t = ((key: string, facts: Record<string, unknown> = {}) =>
  key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]))) as unknown as Translate;

const own = '{namespace="team-a",service="llama-metrics"}';
const waiting = `sum(vllm:num_requests_waiting${own})`;
const running = `sum(vllm:num_requests_running${own})`;

it.each([
  [waiting, 'more than 2 requests wait per replica'],
  [running, 'more than 2 requests run per replica'],
  [`${running} + ${waiting}`, 'more than 2 requests wait or run per replica'],
  ['sum(other)', 'the query gives more than 2 per replica'],
])('says what the trigger counts: %s', (query, words) => {
  const triggers = [{ type: 'prometheus', metadata: { query, threshold: '2' } }];
  expect(ruleWords(aServedModel({ scaledObject: aScaledObject({ triggers }) }), t)).toContain(words);
});

describe('a model without a trigger', () => {
  const plain = (autoscalerClass: string): ServedModel => {
    const inferenceService = aPlainInferenceService();
    inferenceService.metadata.annotations = { 'serving.kserve.io/autoscalerClass': autoscalerClass };
    inferenceService.spec.predictor.minReplicas = 2;
    inferenceService.spec.predictor.maxReplicas = 6;
    return { key: 'team-a/llama', namespace: 'team-a', name: 'llama', inferenceService, pendingPods: [] };
  };

  it.each([
    ['none', '2 replicas, nothing scales it.'],
    ['external', 'Between 2 and 6 replicas.'],
  ])('of class %s: %s', (autoscalerClass, words) => {
    expect(ruleWords(plain(autoscalerClass), t)).toBe(words);
  });
});
