import { matchingEvents, modelEvents } from './modelEvents';
import { aScaledObject, aServedModel } from './testObjects';
import { anEvent } from './testPods';

const about = (kind: string, name: string) => anEvent({ involvedObject: { kind, name } });

describe('modelEvents', () => {
  it.each([
    ['InferenceService', 'llama', true],
    ['InferenceService', 'llama2', false],
    ['ScaledObject', 'llama-predictor', true],
    ['HorizontalPodAutoscaler', 'llama-predictor', true],
    ['HorizontalPodAutoscaler', 'keda-hpa-llama-predictor', true],
    ['HorizontalPodAutoscaler', 'keda-hpa-llama2-predictor', false],
    ['Deployment', 'llama-predictor', true],
    ['Deployment', 'llama', false],
    ['ReplicaSet', 'llama-predictor-5d4b9f7c8d', true],
    ['ReplicaSet', 'llama-predictor-x-predictor-5d4b9f7c8d', false],
    ['Pod', 'llama-predictor-5d4b9f7c8d-x2v9k', true],
    ['Pod', 'llama-predictor-5d4b9f7c8dx2v9k', true],
    ['Pod', 'llama-predictor-x-predictor-5d4b9f7c8d-x2v9k', false],
    ['Pod', 'llama-predictor', false],
    ['Service', 'llama-predictor', false],
  ])('the %s %s belongs to the model: %s', (kind, name, belongs) => {
    expect(modelEvents([about(kind, name)], aServedModel())).toHaveLength(belongs ? 1 : 0);
  });

  it('knows the names that the objects themselves give', () => {
    const hpaName = 'own-name';
    const model = aServedModel({ scaledObject: aScaledObject({}, {}, { hpaName }) });
    expect(modelEvents([about('HorizontalPodAutoscaler', hpaName)], model)).toHaveLength(1);
  });

  it('leaves out the same name in another project', () => {
    expect(modelEvents([anEvent({}, { namespace: 'team-b' })], aServedModel())).toEqual([]);
  });

  it('puts the newest first and those without a time last', () => {
    const events = ['2026-01-01T01:00:00Z', null, '2026-01-01T03:00:00Z', '2026-01-01T02:00:00Z'].map(
      (lastTimestamp, index) =>
        anEvent({ lastTimestamp, firstTimestamp: null }, { uid: `event-${String(index)}` }),
    );
    expect(modelEvents(events, aServedModel()).map(({ id }) => id)).toEqual([
      'event-2',
      'event-3',
      'event-0',
      'event-1',
    ]);
  });

  it('says what there is to show', () => {
    const event = anEvent(
      { type: 'Warning', count: 3, source: {}, reportingComponent: 'keda-operator' },
      { uid: 'e' },
    );
    expect(modelEvents([event], aServedModel())).toEqual([
      {
        id: 'e',
        warning: true,
        reason: 'ScalingReplicaSet',
        message: 'Scaled up replica set llama-predictor-abc from 1 to 2',
        count: 3,
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'llama-predictor',
        firstSeen: Date.parse('2026-01-01T00:00:00Z'),
        lastSeen: Date.parse('2026-01-01T00:00:00Z'),
        source: 'keda-operator',
      },
    ]);
  });
});

describe('matchingEvents', () => {
  const events = modelEvents(
    [
      anEvent({ type: 'Warning', reason: 'FailedScheduling', message: 'no GPU' }, { uid: 'a' }),
      anEvent({ type: 'Normal', reason: 'Scheduled', message: 'on gpu-1' }, { uid: 'b' }),
    ],
    aServedModel(),
  );

  it.each([
    ['all', '', ['a', 'b']],
    ['warning', '', ['a']],
    ['normal', '', ['b']],
    ['all', 'gpu', ['a', 'b']],
    ['all', ' GPU-1  scheduled', ['b']],
    ['all', 'deployment', ['a', 'b']],
    ['normal', 'FailedScheduling', []],
  ] as const)('of the type %s with the words "%s" are %j', (type, words, ids) => {
    expect(matchingEvents(events, { type, words }).map(({ id }) => id)).toEqual(ids);
  });
});
