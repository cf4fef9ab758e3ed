import { podFactQueries } from './pods';

const queries = new Map(podFactQueries({ namespace: 'team-a', deployment: 'llama-predictor' }));

it.each([
  ['pending', 'kube_pod_status_phase', 'phase="Pending"'],
  ['running', 'kube_pod_status_phase', 'phase="Running"'],
  ['ready', 'kube_pod_status_ready', 'condition="true"'],
  ['failing', 'kube_pod_container_status_waiting_reason', 'CrashLoopBackOff|'],
] as const)('asks when pods are %s', (fact, metric, matcher) => {
  const query = queries.get(fact);
  expect(query).toContain(`max by (pod) (${metric}{namespace="team-a",pod=~"llama-predictor-`);
  expect(query).toContain(matcher);
  expect(query).toMatch(/ == 1\)$/);
});
