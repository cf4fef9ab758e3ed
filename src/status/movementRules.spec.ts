import { expectStatus, model, now, hpaCondition, replicas, scaledAgo, type Case } from './testModels';

it.each<Case>([
  {
    name: 'scaling up, not asked for yet',
    model: model(replicas(3, 1)),
    load: { waiting: 6 },
    status: {
      code: 'scalingUp',
      from: 1,
      to: 3,
      arithmetic: expect.objectContaining({ load: 6, threshold: 2, wants: 3 }),
    },
  },
  {
    name: 'scaling up, replicas on their way',
    model: model(replicas(3, 3, 1), scaledAgo(2)),
    load: { waiting: 5 },
    status: { code: 'scalingUp', from: 1, to: 3, since: now - 120_000 },
  },
  {
    name: 'scaling down',
    model: model(replicas(1, 3)),
    load: { waiting: 0 },
    status: { code: 'scalingDown', from: 3, to: 1 },
  },
  {
    name: 'just scaled down',
    model: model(replicas(1, 1), hpaCondition('AbleToScale', 'True', 'SucceededRescale')),
    status: { code: 'scalingDown', to: 1 },
  },
  {
    name: 'loading',
    model: model(replicas(1, 1, 0), scaledAgo(60)),
    status: { code: 'loading', replicas: 1, ready: 0, desired: 1, since: now - 3_600_000 },
  },
  {
    name: 'a restart long after the last scaling is no scale-up',
    model: model(replicas(2, 2, 1), scaledAgo(60)),
    load: { waiting: 4 },
    status: { code: 'loading' },
  },
])('$name', (row) => {
  expectStatus(row);
});
