import { applyPatch, type Operation } from 'fast-json-patch';
import type { InferenceService } from '../resources/inferenceService';
import { aPlainInferenceService } from '../resources/testObjects';
import { classPatch } from './classPatch';

const key = 'serving.kserve.io/autoscalerClass';

type Component = NonNullable<InferenceService['spec']['transformer']>;

it.each<[string, Component, Record<string, string> | undefined]>([
  ['without annotations', {}, { [key]: 'hpa' }],
  ['with others', { annotations: { a: 'b' } }, { a: 'b', [key]: 'hpa' }],
  ['with a class of its own', { annotations: { [key]: 'none' } }, { [key]: 'none' }],
  ['with triggers of its own', { autoScaling: { metrics: [] } }, undefined],
])('keeps the class of a transformer %s when the object becomes keda', (_case, transformer, expected) => {
  const before = aPlainInferenceService();
  before.spec.transformer = transformer;
  const after = applyPatch(before, classPatch(before, 'keda') as Operation[], true, false).newDocument;
  expect(after.spec.transformer?.annotations).toEqual(expected);
  expect(after.metadata.annotations?.[key]).toBe('keda');
});

it('leaves other components alone when the class leaves keda', () => {
  const before = aPlainInferenceService({ annotations: { [key]: 'keda' } });
  before.spec.explainer = {};
  expect(classPatch(before, 'none').map(({ path }) => path)).toEqual([
    '/metadata/annotations/serving.kserve.io~1autoscalerClass',
  ]);
});
