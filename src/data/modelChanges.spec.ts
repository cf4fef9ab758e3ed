import { pausedAnnotation } from '../resources/pause';
import {
  aKedaHpa,
  aKserveHpa,
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from '../resources/testObjects';
import { pauseChange, removeHpaChange, resumeChange, turnOnChange } from './modelChanges';

const values = { minReplicas: 1, maxReplicas: 6, threshold: 2 };
const pausedObject = aScaledObject({}, { annotations: { [pausedAnnotation]: 'true' } });

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
