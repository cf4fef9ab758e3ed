import { pausedAnnotation } from '../resources/pause';
import {
  aDeployment,
  aKedaHpa,
  aKserveHpa,
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from '../resources/testObjects';
import type { PauseWish } from '../policy/pausePatch';
import {
  letSleepChange,
  pauseChange,
  removeHpaChange,
  removeScaledObjectChange,
  resumeChange,
  turnOnChange,
  wakeChange,
} from './modelChanges';

const values = { minReplicas: 1, maxReplicas: 6, threshold: 2 };
const pausedObject = aScaledObject({}, { annotations: { [pausedAnnotation]: 'true' } });

describe('turnOnChange', () => {
  it('removes the HPA of KServe after the write', () => {
    const model = aServedModel({ inferenceService: aPlainInferenceService(), kserveHpa: aKserveHpa() });
    const change = turnOnChange(model, values);
    expect(change.remove).toMatchObject({ name: 'llama-predictor' });
    expect(JSON.stringify(change.write?.patch)).toContain('keda');
  });

  it('leaves an HPA of the same name that is somebody else’s', () => {
    const hpa = aKserveHpa();
    const kserveHpa = { ...hpa, metadata: { ...hpa.metadata, ownerReferences: [] } };
    expect(turnOnChange(aServedModel({ kserveHpa }), values).remove).toBeUndefined();
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

describe('wakeChange and letSleepChange', () => {
  it('say what they were made for, so that a moved version does not refuse them', () => {
    const asleep = aScaledObject();
    const awake = aScaledObject({}, { annotations: { 'autoscaling.keda.sh/force-activation': 'true' } });
    const wake = wakeChange(asleep);
    expect(wake.write).toMatchObject({ name: 'llama-predictor', seen: asleep });
    expect(wake.write?.patch[0]).toMatchObject({ op: 'test', path: '/metadata/resourceVersion' });
    expect(wake.arrived(aServedModel({ deployment: aDeployment(0) }))).toBe(false);
    expect(wake.arrived(aServedModel({ deployment: aDeployment(1) }))).toBe(true);
    const sleep = letSleepChange(awake);
    expect(sleep.write).toMatchObject({ seen: awake });
    expect(sleep.arrived(aServedModel({ scaledObject: awake }))).toBe(false);
    expect(sleep.arrived(aServedModel({ scaledObject: asleep }))).toBe(true);
  });
});

describe('removeHpaChange', () => {
  it('is there only for an HPA of KServe that is left over', () => {
    const blocked = aServedModel({ inferenceService: anInferenceService(), kserveHpa: aKserveHpa() });
    expect(removeHpaChange(blocked)?.remove).toMatchObject({ name: 'llama-predictor' });
    expect(removeHpaChange(aServedModel())).toBeUndefined();
  });

  it('arrives when that HPA is gone and KEDA scales, or rests', () => {
    const both = aServedModel({ kserveHpa: aKserveHpa() });
    const change = removeHpaChange(both);
    expect(change?.arrived(both)).toBe(false);
    expect(change?.arrived(aServedModel())).toBe(true);
    const { kedaHpa, ...resting } = aServedModel({ scaledObject: pausedObject });
    expect(kedaHpa).toBeDefined();
    expect(change?.arrived(resting)).toBe(true);
    const { scaledObject, ...blocked } = resting;
    expect(scaledObject).toBeDefined();
    expect(change?.arrived(blocked)).toBe(false);
  });
});

describe('pauseChange of another kind', () => {
  const held = (direction: 'scaleDown' | 'scaleUp') => ({
    kedaHpa: aKedaHpa({}, { behavior: { [direction]: { selectPolicy: 'Disabled' } } }),
  });
  const pinnedObject = aScaledObject({}, { annotations: { 'autoscaling.keda.sh/paused-replicas': '2' } });

  it.each<[PauseWish, string, ReturnType<typeof held>]>([
    [{ kind: 'scaleDown' }, 'autoscaling.keda.sh/paused-scale-in', held('scaleDown')],
    [{ kind: 'scaleUp' }, 'autoscaling.keda.sh/paused-scale-out', held('scaleUp')],
  ])('arrives with %j only when KEDA’s HPA holds it', (wish, annotation, after) => {
    const annotated = { scaledObject: aScaledObject({}, { annotations: { [annotation]: 'true' } }) };
    const change = pauseChange(aServedModel(), wish);
    expect(JSON.stringify(change?.write?.patch)).toContain(annotation);
    expect(change?.arrived(aServedModel(annotated))).toBe(false);
    expect(change?.arrived(aServedModel({ ...annotated, ...after }))).toBe(true);
    const resume = resumeChange(aServedModel({ ...annotated, ...after }));
    expect(resume?.arrived(aServedModel(after))).toBe(false);
    expect(resume?.arrived(aServedModel())).toBe(true);
  });

  it('arrives with a number only when the Deployment has it', () => {
    const change = pauseChange(aServedModel(), { kind: 'pinned', replicas: 2 });
    const { kedaHpa, ...resting } = aServedModel({ scaledObject: pinnedObject });
    expect(kedaHpa).toBeDefined();
    expect(change?.arrived(resting)).toBe(false);
    expect(change?.arrived({ ...resting, deployment: aDeployment(2, 1) })).toBe(true);
  });
});

describe('removeScaledObjectChange', () => {
  const none = { annotations: { 'serving.kserve.io/autoscalerClass': 'none' } };
  const orphan = aServedModel({ inferenceService: anInferenceService({}, none) });

  it('removes what KServe left behind, and arrives when KEDA’s HPA went with it', () => {
    const change = removeScaledObjectChange(orphan);
    expect(change?.remove).toMatchObject({ name: 'llama-predictor', kind: { kind: 'ScaledObject' } });
    expect(change?.arrived(orphan)).toBe(false);
    const { scaledObject, kedaHpa, ...gone } = orphan;
    expect(change?.arrived({ ...gone, ...(kedaHpa && { kedaHpa }) })).toBe(false);
    expect(change?.arrived(gone)).toBe(true);
    expect(scaledObject).toBeDefined();
  });

  it('is not there while the class is keda, nor for the ScaledObject of somebody else', () => {
    expect(removeScaledObjectChange(aServedModel())).toBeUndefined();
    const foreign = aScaledObject({}, { ownerReferences: [] });
    expect(removeScaledObjectChange({ ...orphan, scaledObject: foreign })).toBeUndefined();
  });
});
