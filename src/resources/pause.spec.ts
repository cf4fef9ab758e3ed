import type { ManagedFields } from './object';
import { holdOf, pauseOf, pausesOf } from './pause';
import { aScaledObject } from './testObjects';

const paused = 'autoscaling.keda.sh/paused';
const pausedReplicas = 'autoscaling.keda.sh/paused-replicas';

function annotated(annotations: Record<string, string>, managedFields?: ManagedFields[]) {
  return aScaledObject({}, { annotations, ...(managedFields && { managedFields }) });
}

it.each<[Record<string, string>, object | undefined]>([
  [{}, undefined],
  [{ [paused]: 'true' }, { annotation: paused }],
  [{ [paused]: '1' }, { annotation: paused }],
  [{ [paused]: '' }, { annotation: paused }],
  [{ [paused]: 'yes please' }, { annotation: paused }],
  [{ [paused]: 'false' }, undefined],
  [{ [paused]: '0' }, undefined],
  [{ [pausedReplicas]: '4' }, { annotation: pausedReplicas, pausedAt: 4 }],
  [
    { [pausedReplicas]: '0', [paused]: 'false' },
    { annotation: pausedReplicas, pausedAt: 0 },
  ],
  [{ [pausedReplicas]: 'many' }, { annotation: pausedReplicas }],
  [{ 'autoscaling.keda.sh/paused-scale-in': 'true' }, undefined],
])('reads %j', (annotations, expected) => {
  expect(pauseOf(annotated(annotations))).toEqual(expected);
});

it('believes KEDA’s condition without an annotation', () => {
  const condition = { type: 'Paused', status: 'True', reason: 'ScaledObjectPaused' } as const;
  expect(pauseOf(aScaledObject({}, {}, { conditions: [condition] }))).toEqual({});
  const resumed = { ...condition, status: 'False' } as const;
  expect(pauseOf(aScaledObject({}, {}, { conditions: [resumed] }))).toBeUndefined();
});

describe('who paused', () => {
  const fieldsV1 = { 'f:metadata': { 'f:annotations': { '.': {}, [`f:${paused}`]: {} } } };

  it('is the newest manager of the annotation', () => {
    const pause = pauseOf(
      annotated({ [paused]: 'true' }, [
        { manager: 'keda', time: '2026-01-01T03:00:00Z', fieldsV1: { 'f:status': {} } },
        { manager: 'kubectl-annotate', time: '2026-01-01T01:00:00Z', fieldsV1 },
        { manager: 'oc', time: '2026-01-01T02:00:00Z', fieldsV1 },
        { manager: 'old', fieldsV1 },
        { manager: 'odd', fieldsV1: { 'f:metadata': 'x' } },
        { manager: 'labels', time: '2026-01-01T04:00:00Z', fieldsV1: { 'f:metadata': { 'f:labels': {} } } },
        { manager: 'none' },
      ]),
    );
    expect(pause).toEqual({ annotation: paused, since: Date.UTC(2026, 0, 1, 2), by: 'oc' });
  });

  it('is not known when nobody is written down', () => {
    expect(pauseOf(annotated({ [paused]: 'true' }, [{ manager: 'x', fieldsV1: {} }]))).toEqual({
      annotation: paused,
    });
  });

  it('may have done it at a time that is not known', () => {
    expect(pauseOf(annotated({ [paused]: 'true' }, [{ manager: 'x', time: 'then', fieldsV1 }]))).toEqual({
      annotation: paused,
      by: 'x',
    });
  });

  it.each(['Mozilla', 'Go-http-client', ''])('is not said by the name %j, which tells nothing', (manager) => {
    const pause = pauseOf(
      annotated({ [paused]: 'true' }, [{ manager, time: '2026-01-01T02:00:00Z', fieldsV1 }]),
    );
    expect(pause).toEqual({ annotation: paused, since: Date.UTC(2026, 0, 1, 2) });
  });
});

describe('one direction only', () => {
  const scaleIn = 'autoscaling.keda.sh/paused-scale-in';
  const scaleOut = 'autoscaling.keda.sh/paused-scale-out';

  it.each<[Record<string, string>, object | undefined]>([
    [{}, undefined],
    [{ [scaleIn]: 'true' }, { down: true, up: false }],
    [{ [scaleOut]: '1' }, { down: false, up: true }],
    [
      { [scaleIn]: 'true', [scaleOut]: 'true' },
      { down: true, up: true },
    ],
    [{ [scaleIn]: 'false' }, undefined],
    [{ [scaleIn]: 'true', [paused]: 'true' }, undefined],
    [
      { [scaleIn]: 'true', [paused]: 'false' },
      { down: true, up: false },
    ],
  ])('reads %j', (annotations, expected) => {
    expect(holdOf(annotated(annotations))).toEqual(expected);
  });

  it('is no pause, although KEDA’s condition says Paused', () => {
    const condition = { type: 'Paused', status: 'True', reason: 'ScaledObjectPaused' } as const;
    const held = aScaledObject({}, { annotations: { [scaleIn]: 'true' } }, { conditions: [condition] });
    expect(pauseOf(held)).toBeUndefined();
    expect(holdOf(held)).toEqual({ down: true, up: false });
  });

  it('has a time and a manager', () => {
    const fieldsV1 = { 'f:metadata': { 'f:annotations': { [`f:${scaleOut}`]: {} } } };
    const entry = { manager: 'llm-autoscaling', time: '2026-01-01T02:00:00Z', fieldsV1 };
    expect(holdOf(annotated({ [scaleOut]: 'true' }, [entry]))).toEqual({
      down: false,
      up: true,
      since: Date.UTC(2026, 0, 1, 2),
      by: 'llm-autoscaling',
    });
  });
});

it.each<[Record<string, string>, Record<string, string>]>([
  [{}, {}],
  [{ [paused]: 'false' }, {}],
  [{ [paused]: 'true', x: 'y' }, { [paused]: 'true' }],
  [{ [pausedReplicas]: '0' }, { [pausedReplicas]: '0' }],
  [{ 'autoscaling.keda.sh/paused-scale-in': 'true' }, { 'autoscaling.keda.sh/paused-scale-in': 'true' }],
])('of %j can be set again as %j', (annotations, expected) => {
  expect(pausesOf(annotated(annotations))).toEqual(expected);
});
