import { statusOf } from './statusOf';
import {
  expectStatus,
  model,
  now,
  hpaCondition,
  stabilized,
  tooMany,
  replicas,
  scaledAgo,
  type Case,
} from './testModels';

it.each<Case>([
  {
    name: 'holding, by the HPA',
    model: model(replicas(3, 3), stabilized),
    status: { code: 'holding', replicas: 3, windowSeconds: 300, scaleDownDisabled: false },
  },
  {
    name: 'holding, with a count-down',
    model: model(replicas(3, 3)),
    load: { waiting: 0, lastHighAt: now - 140_000 },
    status: { code: 'holding', replicas: 3, to: 1, until: now + 160_000 },
  },
  {
    name: 'an HPA without behavior that is limited by its window is not at the maximum',
    model: model(replicas(3, 3), tooMany, stabilized),
    status: { code: 'holding' },
  },
  {
    name: 'too few replicas at the minimum is calm',
    model: model(stabilized),
    load: { waiting: 0 },
    status: { code: 'idle' },
  },
  {
    name: 'the HPA’s window has no part in what the load of now still wants',
    model: model(replicas(3, 3), stabilized),
    load: { waiting: 6 },
    status: { code: 'steady' },
  },
  {
    name: 'replicas that load for a load that fell are no scale-up',
    model: model(replicas(2, 2, 1), scaledAgo(1)),
    load: { waiting: 0 },
    status: { code: 'holding', to: 1 },
  },
])('$name', (row) => {
  expectStatus(row);
});

describe('scaling down switched off', () => {
  it('has no count-down', () => {
    const held = model(replicas(3, 3), ({ kedaHpa }) => {
      if (kedaHpa) kedaHpa.spec.behavior = { scaleDown: { selectPolicy: 'Disabled' } };
    });
    const status = statusOf(held, { waiting: 0, lastHighAt: now }, now);
    expect(status).toMatchObject({ code: 'holding', scaleDownDisabled: true, windowSeconds: 300 });
    expect(status).not.toHaveProperty('until');
  });
});

describe('several metrics', () => {
  it('leave the decision to the HPA', () => {
    const second = model(replicas(3, 3), stabilized, ({ kedaHpa }) => {
      kedaHpa?.spec.metrics?.push({
        type: 'External',
        external: { metric: { name: 's1-prometheus' }, target: { type: 'AverageValue', averageValue: '1' } },
      });
    });
    const held = statusOf(second, { waiting: 6 }, now);
    expect(held).toMatchObject({ code: 'holding', arithmetic: { otherMetrics: 1 } });
    expect(held).not.toHaveProperty('to');
    tooMany(second);
    hpaCondition('AbleToScale', 'True', 'ReadyForNewScale')(second);
    const limited = statusOf(second, { waiting: 0 }, now);
    expect(limited.code).toBe('atMaximum');
    expect(limited).not.toHaveProperty('wants');
  });
});
