import { aScaledObject, aServedModel } from '../resources/testObjects';
import { doorOf, ownTriggerQuery } from './triggerDoor';

const thanos = 'https://thanos-querier.openshift-monitoring.svc.cluster.local';
const tenancy = { path: 'tenancy', namespace: 'team-a' };

it.each([
  [`${thanos}:9091`, 'team-a', { path: 'cluster' }],
  [`${thanos}:9091/`, undefined, { path: 'cluster' }],
  [`${thanos}:9092`, 'team-a', tenancy],
  [`${thanos}:9092`, undefined, undefined],
  ['http://prometheus.team-a.svc:9090', 'team-a', undefined],
])('%s with the namespace %s is asked at %j', (serverAddress, namespace, door) => {
  expect(doorOf({ serverAddress, ...(namespace !== undefined && { namespace }) })).toEqual(door);
});

describe('ownTriggerQuery', () => {
  const asking = (metadata: Record<string, string>) =>
    aServedModel({ scaledObject: aScaledObject({ triggers: [{ type: 'prometheus', metadata }] }) });
  const other = { serverAddress: `${thanos}:9092`, namespace: 'team-a', query: 'sum(other)' };
  const queue = 'sum(vllm:num_requests_waiting{namespace="team-a",service="llama-metrics"})';

  it.each([
    ['at the tenancy port', other, { query: 'sum(other)', door: tenancy }],
    [
      'at the cluster-wide port',
      { ...other, serverAddress: `${thanos}:9091` },
      { query: 'sum(other)', door: { path: 'cluster' } },
    ],
    ['not where KEDA asks another Prometheus', { ...other, serverAddress: 'http://p:9090' }, undefined],
    ['not an empty one', { ...other, query: ' ' }, undefined],
    ['not where the measured queue tells the same', { ...other, query: queue }, undefined],
    ['not of a ScaledObject without a query, whose InferenceService asks for the queue', {}, undefined],
  ])('is asked %s', (_name, metadata, asked) => {
    expect(ownTriggerQuery(asking(metadata))).toEqual(asked);
  });
});
