import { aDeployment, aKedaHpa, aScaledObject, aServedModel } from '../resources/testObjects';
import { lastHighAt } from './lastHighAt';
import type { MeasuredValues } from './triggerValues';

const own = '{namespace="team-a",service="llama-metrics"}';
const waiting = `sum(vllm:num_requests_waiting${own})`;
const running = `sum(vllm:num_requests_running${own})`;
const times = [1000, 1030, 1060, 1090];

/** Threshold 2; the HPA wants `desired`, the Deployment has been told of `spec`. */
function modelOf(query: string, desired: number, spec = desired, metricType?: 'Value') {
  const trigger = {
    type: 'prometheus',
    metadata: { query, threshold: '2' },
    ...(metricType && { metricType }),
  };
  return aServedModel({
    scaledObject: aScaledObject({ triggers: [trigger] }),
    deployment: aDeployment(spec),
    kedaHpa: aKedaHpa({ desiredReplicas: desired, currentReplicas: spec }, { metrics: [] }),
  });
}

const series: MeasuredValues = {
  waiting: [9, 5, 0, null],
  running: [0, 0, 3, 0],
  trigger: [0, 6, 6, 0],
};

it.each<[string, ReturnType<typeof modelOf>, MeasuredValues, number | undefined]>([
  ['by what waits', modelOf(waiting, 3), series, 1_030_000],
  ['by what runs', modelOf(running, 2), series, 1_060_000],
  ['by both together', modelOf(`${waiting} + ${running}`, 3), series, 1_030_000],
  ['by its own query', modelOf('sum(other)', 3), series, 1_060_000],
  ['of the replicas that the HPA wants, not of those there are', modelOf(waiting, 3, 5), series, 1_030_000],
  ['not when nothing wanted so many', modelOf(waiting, 6), series, undefined],
  ['not of a single replica', modelOf(waiting, 1), series, undefined],
  ['not of a load that is compared in all', modelOf(waiting, 3, 3, 'Value'), series, undefined],
  [
    'not by the queue when the trigger reads another query',
    modelOf('sum(other)', 3),
    { waiting: [9, 9] },
    undefined,
  ],
  ['not by one gauge of two', modelOf(`${waiting} + ${running}`, 3), { waiting: [9, 9] }, undefined],
])('%s', (_case, model, measured, expected) => {
  expect(lastHighAt(model, measured, times)).toBe(expected);
});
