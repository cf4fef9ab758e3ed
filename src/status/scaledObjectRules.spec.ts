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
    name: 'not looked at by KEDA yet, which writes Unknown without a reason',
    model: model(soCondition('Ready', 'Unknown', '')),
    status: { code: 'waitingForKeda' },
  },
  {
    name: 'on fallback replicas',
    model: model(soCondition('Ready', 'True', 'ScaledObjectReady'), ({ scaledObject }) => {
      scaledObject?.status?.conditions?.push({ type: 'Fallback', status: 'True', reason: 'FallbackExists' });
    }),
    status: { code: 'degraded', reason: 'FallbackExists' },
  },
  {
    name: 'the HPA cannot scale its target',
    model: model(hpaCondition('AbleToScale', 'False', 'FailedGetScale', 'not found')),
    status: { code: 'notReady', reason: 'FailedGetScale', message: 'not found' },
  },
  {
    name: 'the HPA is not there',
    model: model((changed) => {
      delete changed.kedaHpa;
    }),
    status: { code: 'waitingForKeda' },
  },
  {
    name: 'the HPA cannot read',
    model: model(hpaCondition('ScalingActive', 'False', 'FailedGetExternalMetric', 'unable')),
    status: { code: 'queryFails', source: 'hpa', reason: 'FailedGetExternalMetric', message: 'unable' },
  },
])('$name', (row) => {
  expectStatus(row);
});
