import { aPendingPod } from '../resources/testObjects';
import {
  expectStatus,
  hpaCondition,
  model,
  replicas,
  stabilized,
  tooMany,
  unschedulable,
  type Case,
} from './testModels';

const scheduler = '0/2 nodes are available: 2 Insufficient nvidia.com/gpu.';

it.each<Case>([
  {
    name: 'scaled to zero, the HPA at rest',
    model: model(hpaCondition('ScalingActive', 'False', 'ScalingDisabled'), replicas(0, 0)),
    status: { code: 'scaledToZero', http: false },
  },
  {
    name: 'at maximum',
    model: model(replicas(3, 3), tooMany),
    load: { waiting: 24 },
    status: { code: 'atMaximum', wants: 12, waiting: 24, ready: 3, pendingPods: 0, max: 3 },
  },
  {
    name: 'above a maximum that was just lowered, whatever waits',
    model: model(replicas(5, 5), tooMany),
    load: { waiting: 24 },
    status: { code: 'scalingDown', from: 5, to: 3 },
  },
  {
    name: 'at maximum, before the HPA has said so',
    model: model(replicas(3, 3)),
    load: { waiting: 24 },
    status: { code: 'atMaximum', wants: 12, waiting: 24, ready: 3, pendingPods: 0, max: 3 },
  },
  {
    name: 'at maximum again, before the HPA has taken back that it only waits for its window',
    model: model(replicas(3, 3), stabilized),
    load: { waiting: 24 },
    status: { code: 'atMaximum', wants: 12, waiting: 24, ready: 3, pendingPods: 0, max: 3 },
  },
  {
    name: 'the load of now asks for more than the HPA has acted on',
    model: model(replicas(2, 2)),
    load: { waiting: 24 },
    status: { code: 'scalingUp', from: 2, to: 3 },
  },
  {
    name: 'waiting for GPUs',
    model: model(replicas(3, 3, 1), unschedulable(scheduler, 2)),
    status: {
      code: 'waitingForGpus',
      pods: 2,
      gpu: true,
      message: scheduler,
      since: Date.UTC(2026, 0, 1),
    },
  },
  {
    name: 'waiting for another resource',
    model: model(replicas(3, 3, 1), unschedulable('0/1 nodes are available: 1 Insufficient memory.')),
    status: { code: 'waitingForGpus', pods: 1, gpu: false },
  },
  {
    name: 'the load of now that fits is not above the maximum',
    model: model(replicas(3, 3), tooMany),
    load: { waiting: 6 },
    status: { code: 'steady' },
  },
  {
    name: 'a pod that only pulls its image waits for no GPU',
    model: model(replicas(1, 1, 0), (changed) => {
      changed.pendingPods = [aPendingPod()];
    }),
    status: { code: 'loading' },
  },
])('$name', (row) => {
  expectStatus(row);
});
