import { aDeployment, aScaledObject, aServedModel } from '../resources/testObjects';
import type { LoadPlan } from './loadPlan';
import { loadCost } from './loadCost';

const plan: LoadPlan = {
  target: 'http://llama:8080',
  model: 'llama',
  profile: 'constant',
  rate: 5,
  durationSeconds: 300,
  promptTokens: 256,
  outputTokens: 500,
};
const fixed = aServedModel({ deployment: aDeployment(2) });
delete fixed.scaledObject;
delete fixed.kedaHpa;

describe('loadCost', () => {
  it.each([
    ['up to the maximum', aServedModel(), plan, { most: 3, gpus: 3, seconds: 600, extraGpuHours: 1 / 3 }],
    [
      'a burst is longer than its load',
      aServedModel(),
      { ...plan, profile: 'burst' as const },
      { testSeconds: 780, seconds: 1080 },
    ],
    [
      'at its maximum it costs nothing more',
      aServedModel({
        deployment: aDeployment(3),
        scaledObject: aScaledObject({ maxReplicaCount: 3 }),
      }),
      plan,
      { most: 3, gpus: 3, extraGpuHours: 0, fixed: false },
    ],
    ['nothing scales it', fixed, plan, { replicas: 2, most: 2, gpus: 2, extraGpuHours: 0, fixed: true }],
  ])('%s', (_case, model, planned, expected) => {
    expect(loadCost(model, planned, 300)).toMatchObject(expected);
  });
});
