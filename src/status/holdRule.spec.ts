import { aScaledObject } from '../resources/testObjects';
import {
  expectStatus,
  minutesAgo,
  model,
  now,
  replicas,
  stabilized,
  tooMany,
  unschedulable,
  type Case,
  type Change,
} from './testModels';

const down = { 'autoscaling.keda.sh/paused-scale-in': 'true' };
const up = { 'autoscaling.keda.sh/paused-scale-out': 'true' };

const annotated = (annotations: Record<string, string>) => ({
  annotations,
  managedFields: [
    {
      manager: 'kubectl',
      time: minutesAgo(60),
      fieldsV1: { 'f:metadata': { 'f:annotations': { 'f:autoscaling.keda.sh/paused-scale-in': {} } } },
    },
  ],
});

/** KEDA says Paused of it, as of a whole pause. */
const holding =
  (annotations: Record<string, string>): Change =>
  (changed) => {
    const conditions = [
      { type: 'Ready', status: 'True' },
      { type: 'Paused', status: 'True' },
    ] as const;
    changed.scaledObject = aScaledObject({}, annotated(annotations), { conditions: [...conditions] });
  };

it.each<Case>([
  { name: 'down', model: model(holding(down)), status: { code: 'held', down: true, up: false, replicas: 1 } },
  { name: 'up', model: model(holding(up)), status: { code: 'held', down: false, up: true } },
  { name: 'both', model: model(holding({ ...down, ...up })), status: { code: 'held', down: true, up: true } },
  {
    name: 'down, where the window would hold anyway',
    model: model(holding(down), replicas(2, 2), stabilized),
    status: { code: 'held' },
  },
  {
    name: 'paused as a whole, too',
    model: model(holding({ ...down, 'autoscaling.keda.sh/paused': 'true' })),
    status: { code: 'paused' },
  },
  {
    name: 'down, but it scales up',
    model: model(holding(down), replicas(3, 1)),
    status: { code: 'scalingUp', to: 3 },
  },
  {
    name: 'down, at the maximum',
    model: model(holding(down), replicas(3, 3), tooMany),
    status: {
      code: 'atMaximum',
      hold: { down: true, up: false, since: now - 60 * 60_000, by: 'kubectl' },
    },
  },
  {
    name: 'down, and a pod finds no place',
    model: model(holding(down), replicas(2, 2, 1), unschedulable('0/1 nodes are available')),
    status: { code: 'waitingForGpus' },
  },
  {
    name: 'down, and a replica loads',
    model: model(holding(down), replicas(2, 2, 1)),
    status: { code: 'loading' },
  },
])('$name', (row) => {
  expectStatus(row);
});
