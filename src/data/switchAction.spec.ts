import { pausedAnnotation } from '../resources/pause';
import { aHttpModel, aHttpScaledObject } from '../resources/testHttpModel';
import {
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from '../resources/testObjects';
import { needsOf } from './changeNeeds';
import { nextOf } from './switchAction';
import type { Access } from './useRight';

const annotations = { [pausedAnnotation]: 'true' };
const external = anInferenceService({}, { annotations: { 'serving.kserve.io/autoscalerClass': 'external' } });

it.each([
  ['a model of KEDA', aServedModel(), 'pause'],
  ['a paused one', aServedModel({ scaledObject: aScaledObject({}, { annotations }) }), 'resume'],
  ['one that CPU scales', aServedModel({ inferenceService: aPlainInferenceService() }), 'turnOn'],
  ['one that requests wake', aHttpModel(), 'pause'],
  ['a paused one of those', aHttpModel(aHttpScaledObject({}, { annotations })), 'resume'],
  ['one of another controller', aServedModel({ inferenceService: external }), 'turnOn'],
])('switches %s by: %s', (_case, model, action) => {
  expect(nextOf(model)).toBe(action);
});

it('edits a model that requests wake with the right to its ScaledObject alone', () => {
  const right = (name: string): Access => ({ state: 'allowed', right: name, namespace: 'team-a' });
  const access = {
    patchInferenceServices: right('patch inferenceservices'),
    patchScaledObjects: right('patch scaledobjects'),
    deleteAutoscalers: right('delete horizontalpodautoscalers'),
  };
  const names = (model = aServedModel()) => needsOf(model, access).edit.map((one) => one.right);
  expect(names()).toEqual(['patch inferenceservices']);
  expect(names(aHttpModel())).toEqual(['patch scaledobjects']);
});
