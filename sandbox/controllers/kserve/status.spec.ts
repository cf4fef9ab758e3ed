import { findCondition } from '../../../src/resources/conditions';
import type { Deployment } from '../../../src/resources/deployment';
import type { InferenceService } from '../../../src/resources/inferenceService';
import type { Observed } from './status';
import { inferenceServiceStatus } from './status';

const now = Date.parse('2026-01-01T00:00:00Z');
const service: InferenceService = {
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'llama', namespace: 'team-a' },
  spec: { predictor: {} },
};

function aDeployment(replicas: number, ready: number, available: 'True' | 'False'): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'llama-predictor' },
    spec: { selector: {}, template: { spec: { containers: [] } } },
    status: {
      replicas,
      readyReplicas: ready,
      conditions: [{ type: 'Available', status: available, reason: 'R', message: 'M' }],
    },
  };
}

const failure = { reason: 'ModelLoadFailed', message: 'CUDA out of memory', exitCode: 1 } as const;
const invalid = { reason: 'RuntimeNotRecognized', message: 'no runtime' };

it.each<[string, Partial<Observed>, string, string, string | undefined]>([
  ['serves', { deployment: aDeployment(1, 1, 'True') }, 'True', 'UpToDate', 'Loaded'],
  ['loads', { deployment: aDeployment(1, 0, 'False') }, 'False', 'InProgress', 'Loading'],
  ['has no pod', { deployment: aDeployment(0, 0, 'True') }, 'True', 'InProgress', 'Pending'],
  ['has no runtime', { invalid }, 'False', 'InvalidSpec', 'FailedToLoad'],
  [
    'ends while it loads',
    { deployment: aDeployment(1, 0, 'False'), failure },
    'False',
    'BlockedByFailedLoad',
    'FailedToLoad',
  ],
  [
    'serves with its old pods',
    { deployment: aDeployment(2, 1, 'True'), failure },
    'True',
    'UpToDate',
    'Loaded',
  ],
  ['is served elsewhere', { mode: 'Knative', elsewhere: true }, 'True', 'UpToDate', 'Loaded'],
])('a model that %s', (_what, observed, ready, transition, target) => {
  const status = inferenceServiceStatus(service, { mode: 'Standard', stopped: false, ...observed }, now);
  expect(findCondition(status.conditions, 'Ready')?.status).toBe(ready);
  expect(findCondition(status.conditions, 'PredictorReady')?.status).toBe(ready);
  expect(status.modelStatus?.transitionStatus).toBe(transition);
  expect(status.modelStatus?.states?.targetModelState).toBe(target);
});

it('tells nothing of the model once it is stopped', () => {
  const status = inferenceServiceStatus(service, { mode: 'Standard', stopped: true }, now);
  expect(Object.keys(status).sort()).toEqual(['conditions', 'deploymentMode', 'observedGeneration']);
  expect(findCondition(status.conditions, 'Stopped')?.status).toBe('True');
  expect(findCondition(status.conditions, 'Ready')).toMatchObject({ status: 'False', reason: 'Stopped' });
});

it('keeps the time of a condition that does not change', () => {
  const observed = { mode: 'Standard', stopped: false, deployment: aDeployment(1, 1, 'True') };
  const status = inferenceServiceStatus(service, observed, now);
  const later = inferenceServiceStatus({ ...service, status }, observed, now + 60_000);
  expect(later).toEqual(status);
});
