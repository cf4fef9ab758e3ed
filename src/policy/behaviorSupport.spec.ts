import { anInferenceService, aScaledObject, aServedModel } from '../resources/testObjects';
import { supportsWindows } from './behaviorSupport';

const behavior = { scaleDown: { stabilizationWindowSeconds: 300 } };
const inferenceService = anInferenceService({ autoScaling: { behavior } });
const modern = aScaledObject({ advanced: { horizontalPodAutoscalerConfig: { behavior } } });
const foreign = { ...modern, metadata: { ...modern.metadata, ownerReferences: [] } };
const alone = aServedModel();
delete alone.scaledObject;

it.each([
  ['writes them', aServedModel({ scaledObject: modern }), true],
  ['leaves them out', aServedModel(), false],
  ['has kept them in the InferenceService', { ...alone, inferenceService }, true],
  ['has not made a ScaledObject', alone, undefined],
  ['did not make the ScaledObject', aServedModel({ scaledObject: foreign }), undefined],
])('judges by what KServe does: it %s', (_case, model, expected) => {
  expect(supportsWindows(model)).toBe(expected);
});
