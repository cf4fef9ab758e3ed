import { pausedAnnotation } from '../resources/pause';
import {
  aKedaHpa,
  aKserveHpa,
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from '../resources/testObjects';
import { editChange, pauseChange, removeHpaChange, resumeChange, turnOnChange } from './modelChanges';

const values = { minReplicas: 1, maxReplicas: 6, threshold: 2 };
const wide = aScaledObject({ maxReplicaCount: 6 });
const wideHpa = aKedaHpa({}, { maxReplicas: 6 });
const pausedObject = aScaledObject({}, { annotations: { [pausedAnnotation]: 'true' } });

describe('editChange', () => {
  const model = aServedModel({ inferenceService: anInferenceService() });

  it.each([
    ['the old ScaledObject', aScaledObject(), aKedaHpa(), false],
    ['a new ScaledObject with the old HPA', wide, aKedaHpa(), false],
    ['both new', wide, wideHpa, true],
  ])('arrived with %s: %s', (_what, scaledObject, kedaHpa, arrived) => {
    const now = aServedModel({ inferenceService: anInferenceService(), scaledObject, kedaHpa });
    expect(editChange(model, values).arrived(now)).toBe(arrived);
  });

  it('sets the pause again that KServe wiped', () => {
    const paused = aServedModel({ inferenceService: anInferenceService(), scaledObject: pausedObject });
    const wiped = aServedModel({ inferenceService: anInferenceService(), scaledObject: wide });
    const repair = editChange(paused, values).repair?.(wiped);
    expect(repair).toMatchObject({ name: 'llama-predictor' });
    expect(JSON.stringify(repair?.patch)).toContain('paused');
  });

  it('leaves a pause alone that is still there, and sets none that was not', () => {
    const paused = aServedModel({ inferenceService: anInferenceService(), scaledObject: pausedObject });
    expect(editChange(paused, values).repair?.(paused)).toBeUndefined();
    expect(editChange(model, values).repair?.(model)).toBeUndefined();
  });
});

describe('turnOnChange', () => {
  it('removes the HPA of KServe after the write', () => {
    const model = aServedModel({ inferenceService: aPlainInferenceService(), kserveHpa: aKserveHpa() });
    const change = turnOnChange(model, values);
    expect(change.remove).toMatchObject({ name: 'llama-predictor' });
    expect(JSON.stringify(change.write?.patch)).toContain('keda');
  });
});

describe('pauseChange and resumeChange', () => {
  const running = {
    inferenceService: anInferenceService(),
    scaledObject: aScaledObject(),
    kedaHpa: aKedaHpa(),
  };

  it('need a ScaledObject', () => {
    const { scaledObject, kedaHpa, ...rest } = aServedModel();
    expect(scaledObject === undefined || kedaHpa === undefined).toBe(false);
    expect(pauseChange(rest)).toBeUndefined();
    expect(resumeChange(rest)).toBeUndefined();
  });

  it('arrive when KEDA has removed its HPA, or made it again', () => {
    const { kedaHpa, ...resting } = aServedModel({ ...running, scaledObject: pausedObject });
    const working = aServedModel(running);
    const pause = pauseChange(working);
    const resume = resumeChange(resting);
    expect(pause?.arrived(working)).toBe(false);
    expect(pause?.arrived({ ...resting, ...(kedaHpa && { kedaHpa }) })).toBe(false);
    expect(pause?.arrived(resting)).toBe(true);
    expect(resume?.arrived(resting)).toBe(false);
    expect(resume?.arrived(working)).toBe(true);
  });
});

describe('removeHpaChange', () => {
  it('is there only for an HPA of KServe that is left over', () => {
    const blocked = aServedModel({ inferenceService: anInferenceService(), kserveHpa: aKserveHpa() });
    expect(removeHpaChange(blocked)?.remove).toMatchObject({ name: 'llama-predictor' });
    expect(removeHpaChange(aServedModel())).toBeUndefined();
  });
});
