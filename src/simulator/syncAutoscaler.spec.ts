import type { Autoscaler, AutoscalerMemory, MetricReading, Observation } from './autoscaler';
import { conditionsAfterRescale, syncAutoscaler } from './syncAutoscaler';

const waiting = { name: 's0-prometheus', type: 'AverageValue', threshold: 2 } as const;
const running = { name: 's1-prometheus', type: 'AverageValue', threshold: 10 } as const;
const behavior = { scaleDown: { stabilizationWindowSeconds: 60 } };
const bare: Autoscaler = { minReplicas: 1, maxReplicas: 10, metrics: [waiting] };
const scaler: Autoscaler = { ...bare, behavior };
const two: Autoscaler = { ...scaler, metrics: [waiting, running] };
const none: AutoscalerMemory = { recommendations: [], scaleUps: [], scaleDowns: [] };
const error: MetricReading = { error: 'no answer' };

function seen(replicas: number, readings: MetricReading[], rest: Partial<Observation> = {}): Observation {
  const counts = { specReplicas: replicas, statusReplicas: replicas, readyReplicas: replicas };
  return { now: 1000, ...counts, readings, ...rest };
}

const values = (...numbers: number[]): MetricReading[] => numbers.map((value) => ({ value }));

describe('tolerance', () => {
  const tolerant = { ...scaler, behavior: { scaleUp: { tolerance: 0.5 }, scaleDown: { tolerance: 0 } } };
  it.each([
    ['10 % over keeps', scaler, 5, 11, 5],
    ['more than 10 % over does not', scaler, 5, 11.001, 6],
    ['10 % under keeps', scaler, 5, 9, 5],
    ['more than 10 % under does not', { ...scaler, metrics: [{ ...waiting, threshold: 1 }] }, 10, 8.999, 9],
    ['own tolerance upwards', tolerant, 4, 12, 4],
    ['beyond it', tolerant, 4, 12.001, 7],
    ['own tolerance downwards', tolerant, 4, 7.999, 4],
    ['downwards 0 lets every drop through', tolerant, 4, 6, 3],
  ])('%s', (_name, autoscaler, replicas, value, raw) => {
    expect(syncAutoscaler(autoscaler, none, seen(replicas, values(value))).raw).toBe(raw);
  });
});

describe('pods that are not ready', () => {
  it('count for AverageValue: the total is shared by status.replicas', () => {
    const starting = seen(4, values(8), { readyReplicas: 1 });
    expect(syncAutoscaler(scaler, none, starting).raw).toBe(4);
  });

  it('do not multiply for Value', () => {
    const byValue = { ...scaler, metrics: [{ ...waiting, type: 'Value' as const }] };
    expect(syncAutoscaler(byValue, none, seen(4, values(8), { readyReplicas: 1 })).raw).toBe(4);
    expect(syncAutoscaler(byValue, none, seen(4, values(1), { readyReplicas: 1 })).raw).toBe(1);
  });

  it('Value cannot be told without pods', () => {
    const byValue = { ...scaler, metrics: [{ ...waiting, type: 'Value' as const }] };
    const decision = syncAutoscaler(
      byValue,
      none,
      seen(2, values(8), { statusReplicas: 0, readyReplicas: 0 }),
    );
    expect(decision.desired).toBe(2);
    expect(decision.conditions.ScalingActive).toEqual({ status: 'False', reason: 'FailedGetExternalMetric' });
  });

  it('a target of 0 counts as failed', () => {
    const zero = { ...scaler, metrics: [{ ...waiting, threshold: 0 }] };
    expect(syncAutoscaler(zero, none, seen(2, values(0)))).toMatchObject({ desired: 2, memory: none });
  });

  it('AverageValue with no pods at all still counts', () => {
    expect(syncAutoscaler(scaler, none, seen(2, values(8), { statusReplicas: 0 })).raw).toBe(4);
    expect(syncAutoscaler(scaler, none, seen(2, values(0), { statusReplicas: 0 })).raw).toBe(0);
  });

  it('a huge value stops at the largest int32', () => {
    expect(syncAutoscaler(scaler, none, seen(1, values(1e13))).raw).toBe(2 ** 31 - 1);
  });
});

describe('several metrics', () => {
  it.each([
    ['the larger wins', values(7, 48), 1, 5, 's1-prometheus'],
    ['the first wins a tie', values(8, 40), 1, 4, 's0-prometheus'],
    ['a later one wins a tie at 0', values(0, 0), 1, 0, 's1-prometheus'],
    ['one fails, the other would scale up', [error, { value: 48 }], 2, 5, 's1-prometheus'],
    ['one fails, the other keeps', [{ value: 4 }, error], 2, 2, 's0-prometheus'],
  ])('%s', (_name, readings, replicas, raw, winner) => {
    expect(syncAutoscaler(two, none, seen(replicas, readings))).toMatchObject({ raw, winner });
  });

  it.each([
    ['all fail', [error, error]],
    ['one fails, the other would scale down', [error, { value: 9 }]],
    ['a reading is missing', values(0)],
    ['one fails, the other wants 0', [{ value: 0 }, error]],
  ])('%s: nothing happens, nothing is remembered', (_name, readings) => {
    const decision = syncAutoscaler(two, none, seen(4, readings));
    expect(decision).toEqual({
      desired: 4,
      conditions: {
        AbleToScale: { status: 'True', reason: 'SucceededGetScale' },
        ScalingActive: { status: 'False', reason: 'FailedGetExternalMetric' },
      },
      memory: none,
    });
  });
});

describe('short cuts', () => {
  const past: AutoscalerMemory = { ...none, recommendations: [{ at: 990, replicas: 9 }] };
  it.each([
    ['above max', 12, 10, 'CurrentAboveMax', { scaleUps: [], scaleDowns: [{ at: 1000, change: 2 }] }],
    ['below min', 2, 3, 'CurrentBelowMin', { scaleUps: [{ at: 1000, change: 1 }], scaleDowns: [] }],
  ])('%s: at once, though the metric fails', (_name, replicas, desired, rescaleReason, events) => {
    const decision = syncAutoscaler({ ...scaler, minReplicas: 3 }, past, seen(replicas, [error]));
    expect(decision).toEqual({
      desired,
      rescaleReason,
      conditions: { AbleToScale: { status: 'True', reason: 'SucceededGetScale' } },
      memory: { recommendations: past.recommendations, ...events },
    });
  });

  it('at 0 replicas the HPA is off', () => {
    const decision = syncAutoscaler(scaler, undefined, seen(0, values(100)));
    expect(decision.desired).toBe(0);
    expect(decision.conditions.ScalingActive).toEqual({ status: 'False', reason: 'ScalingDisabled' });
    expect(decision.memory.recommendations).toEqual([{ at: 1000, replicas: 0 }]);
  });

  it('two HPAs on the same pods: nothing happens', () => {
    const decision = syncAutoscaler(scaler, none, seen(2, values(100), { ambiguousSelector: true }));
    expect(decision.desired).toBe(2);
    expect(decision.conditions.ScalingActive?.reason).toBe('AmbiguousSelector');
  });
});

describe('windows', () => {
  const upWindow = { ...scaler, behavior: { scaleUp: { stabilizationWindowSeconds: 60 } } };
  it('a scale-up window waits for the lowest recommendation', () => {
    const past = { ...none, recommendations: [{ at: 950, replicas: 3 }] };
    const decision = syncAutoscaler(upWindow, past, seen(2, values(18)));
    expect(decision).toMatchObject({ desired: 3, raw: 9 });
    expect(decision.conditions.AbleToScale.reason).toBe('ScaleUpStabilized');
  });

  it('the window of a behavior that says nothing is 300 s', () => {
    const past = { ...none, recommendations: [{ at: 701, replicas: 5 }] };
    const silent = { ...scaler, behavior: {} };
    expect(syncAutoscaler(silent, past, seen(5, values(0))).desired).toBe(5);
    expect(syncAutoscaler(silent, past, seen(5, values(0), { now: 1001 })).desired).toBe(1);
  });

  it.each([
    ['with behavior the edge no longer counts', { scaleDown: { stabilizationWindowSeconds: 300 } }, 1],
    ['without behavior the edge still counts', undefined, 5],
  ])('%s', (_name, rules, desired) => {
    const past = { ...none, recommendations: [{ at: 700, replicas: 5 }] };
    const autoscaler = rules ? { ...bare, behavior: rules } : bare;
    expect(syncAutoscaler(autoscaler, past, seen(5, values(0))).desired).toBe(desired);
  });

  it('a new HPA waits a full window before it scales down', () => {
    const first = syncAutoscaler(scaler, undefined, seen(5, values(0)));
    expect(first.desired).toBe(5);
    expect(first.memory.recommendations).toEqual([
      { at: 1000, replicas: 5 },
      { at: 1000, replicas: 0 },
    ]);
    expect(syncAutoscaler(scaler, first.memory, seen(5, values(0), { now: 1059 })).desired).toBe(5);
    expect(syncAutoscaler(scaler, first.memory, seen(5, values(0), { now: 1060 })).desired).toBe(1);
  });
});

describe('reasons of ScalingLimited', () => {
  const disabled = { scaleDown: { selectPolicy: 'Disabled', stabilizationWindowSeconds: 0 } } as const;
  it.each([
    ['within range', scaler, 2, 8, 4, 'False/DesiredWithinRange'],
    ['limited by the rate', scaler, 1, 18, 5, 'True/ScaleUpLimit'],
    ['limited by max', scaler, 8, 40, 10, 'True/TooManyReplicas'],
    ['limited by min', { ...scaler, minReplicas: 3 }, 4, 0, 3, 'True/TooFewReplicas'],
    ['scale-down disabled', { ...scaler, behavior: disabled }, 4, 0, 4, 'True/ScaleDownLimit'],
    ['no behavior: growth of 4', bare, 1, 18, 4, 'True/ScaleUpLimit'],
    ['no behavior: double', bare, 3, 18, 6, 'True/ScaleUpLimit'],
    ['no behavior: max', { ...bare, maxReplicas: 4 }, 2, 18, 4, 'True/TooManyReplicas'],
    ['no behavior: min', { ...bare, minReplicas: 3 }, 4, 0, 3, 'True/TooFewReplicas'],
  ])('%s', (_name, autoscaler, replicas, value, desired, limited) => {
    const decision = syncAutoscaler(autoscaler, none, seen(replicas, values(value)));
    const { status, reason } = decision.conditions.ScalingLimited ?? {};
    expect([decision.desired, `${String(status)}/${String(reason)}`]).toEqual([desired, limited]);
  });
});

describe('what is remembered', () => {
  it('scale events only with a behavior', () => {
    expect(syncAutoscaler(bare, none, seen(1, values(8))).memory.scaleUps).toEqual([]);
    expect(syncAutoscaler(scaler, none, seen(1, values(8))).memory.scaleUps).toEqual([
      { at: 1000, change: 3 },
    ]);
  });

  it('an outdated event gives its place to the new one', () => {
    const past = { ...none, scaleUps: [{ at: 984, change: 2 }] };
    expect(syncAutoscaler(scaler, past, seen(1, values(8))).memory.scaleUps).toEqual([
      { at: 1000, change: 3 },
    ]);
  });

  it('the memory that was handed in stays as it was', () => {
    const past = { ...none, recommendations: [{ at: 1, replicas: 1 }], scaleUps: [{ at: 1, change: 1 }] };
    const copy = JSON.parse(JSON.stringify(past)) as AutoscalerMemory;
    syncAutoscaler(scaler, past, seen(1, values(8)));
    expect(past).toEqual(copy);
  });
});

it('shows SucceededRescale once a change is written', () => {
  const up = syncAutoscaler(scaler, none, seen(1, values(8)));
  const same = syncAutoscaler(scaler, none, seen(4, values(8)));
  expect(up.conditions.AbleToScale.reason).toBe('ReadyForNewScale');
  expect(conditionsAfterRescale(up, 1).AbleToScale.reason).toBe('SucceededRescale');
  expect(conditionsAfterRescale(same, 4)).toEqual(same.conditions);
});

it('without behavior a past recommendation may raise the replicas: nothing tells why', () => {
  const past = { ...none, recommendations: [{ at: 900, replicas: 7 }] };
  const decision = syncAutoscaler(bare, past, seen(5, values(10)));
  expect(decision).toMatchObject({ raw: 5, desired: 7 });
  expect(decision).not.toHaveProperty('rescaleReason');
});

it.each([
  ['up', values(8), 'AboveTarget'],
  ['down', values(0), 'BelowTarget'],
  ['not at all', values(4), undefined],
])('tells why it scales %s', (_name, readings, reason) => {
  expect(syncAutoscaler(scaler, none, seen(2, readings)).rescaleReason).toBe(reason);
});
