import { aScaledObject } from '../resources/testObjects';
import {
  expectStatus,
  model,
  now,
  minutesAgo,
  soCondition,
  hpaCondition,
  replicas,
  type Case,
} from './testModels';

it.each<Case>([
  {
    name: 'paused',
    model: model(
      ({ scaledObject }) => {
        if (scaledObject) scaledObject.metadata.annotations = { 'autoscaling.keda.sh/paused-replicas': '2' };
      },
      replicas(1, 2),
    ),
    status: { code: 'paused', replicas: 2, pausedAt: 2 },
  },
  {
    name: 'query fails',
    model: model(soCondition('Ready', 'False', 'TriggerError', 'status: 403')),
    status: { code: 'queryFails', source: 'keda', reason: 'TriggerError', message: 'status: 403' },
  },
  {
    name: 'not ready',
    model: model(soCondition('Ready', 'False', 'ScaledObjectCheckFailed', 'no target')),
    status: { code: 'notReady', reason: 'ScaledObjectCheckFailed', message: 'no target' },
  },
  {
    name: 'degraded',
    model: model(soCondition('Ready', 'Unknown', 'PartialTriggerError')),
    status: { code: 'degraded', reason: 'PartialTriggerError' },
  },
  {
    name: 'new to KEDA',
    model: model((changed) => {
      changed.scaledObject = aScaledObject({}, { creationTimestamp: minutesAgo(1) }, {});
    }),
    status: { code: 'waitingForKeda', since: now - 60_000 },
  },
  {
    name: 'the HPA cannot read',
    model: model(hpaCondition('ScalingActive', 'False', 'FailedGetExternalMetric', 'unable')),
    status: { code: 'queryFails', source: 'hpa', reason: 'FailedGetExternalMetric', message: 'unable' },
  },
])('$name', (row) => {
  expectStatus(row);
});
