import type { ScaledObject } from '../../../src/resources/scaledObject';
import { newHealth, withHealth } from './health';
import { hpaFor } from './hpa';
import { route, samplesOf } from './prometheus';
import { fallbackCondition, hpaActive, withConditions } from './status';

const urls = { clusterUrl: 'http://cluster', tenancyUrl: 'http://tenancy' };
const scaledObject: ScaledObject = {
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata: { name: 'a', namespace: 'team-a', uid: 'u' },
  spec: {
    scaleTargetRef: { name: 'a' },
    minReplicaCount: 0,
    maxReplicaCount: 3,
    triggers: [{ type: 'prometheus', metadata: { threshold: '2.5' } }],
    fallback: { failureThreshold: 1, replicas: 4 },
  },
};

describe('the way to Prometheus', () => {
  const host = 'thanos-querier.openshift-monitoring.svc';

  it.each([
    [`https://${host}:9091`, 'http://cluster'],
    [`https://${host}.cluster.local:9092`, 'http://tenancy'],
    [`https://${host}:9092/x`, 'http://tenancy/x'],
  ])('goes from %s to %s', (address, url) => {
    expect(route(address, urls)).toBe(url);
  });

  it.each([
    ['http://prometheus.monitoring.svc:9090', 'dial tcp: lookup prometheus.monitoring.svc: no such host'],
    [`https://${host}:9999`, `dial tcp: ${host}:9999: connect: connection refused`],
  ])('ends at %s', (address, message) => {
    expect(() => route(address, urls)).toThrow(message);
  });

  it.each([
    ['vector', [{ value: [0, '3'] }, { value: [0, '4'] }], { samples: [3, 4] }],
    ['vector', [], { samples: [] }],
    ['scalar', [0, '3'], { error: expect.stringContaining('cannot unmarshal scalar') as string }],
  ])('reads a %s', (resultType, result, outcome) => {
    expect(samplesOf(JSON.stringify({ data: { resultType, result } }))).toEqual(outcome);
  });
});

it('makes the HPA: a minimum of 0 is 1, the threshold an average, paused-scale-in a disabled direction', () => {
  const annotations = { 'autoscaling.keda.sh/paused-scale-in': 'true' };
  const hpa = hpaFor({ ...scaledObject, metadata: { ...scaledObject.metadata, annotations } });
  expect(hpa.metadata).toMatchObject({
    name: 'keda-hpa-a',
    labels: { 'scaledobject.keda.sh/name': 'a', 'app.kubernetes.io/managed-by': 'keda-operator' },
    annotations,
  });
  expect(hpa.spec).toMatchObject({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' },
    minReplicas: 1,
    maxReplicas: 3,
    metrics: [
      {
        type: 'External',
        external: {
          metric: { name: 's0-prometheus', selector: { matchLabels: { 'scaledobject.keda.sh/name': 'a' } } },
          target: { type: 'AverageValue', averageValue: '2500m' },
        },
      },
    ],
    behavior: { scaleDown: { selectPolicy: 'Disabled' } },
  });
});

it('falls back after more failures than the threshold, and recovers', () => {
  const health = newHealth();
  const metric = { name: 's0-prometheus', type: 'AverageValue' as const, threshold: 2.5 };
  const replicas = { specReplicas: 1, readyReplicas: 1 };
  const read = (reading: { value: number } | { error: string }): unknown =>
    withHealth(health, scaledObject, metric, reading, replicas);
  expect(read({ error: 'E' })).toEqual({ error: 'E' });
  expect(read({ error: 'E' })).toEqual({ value: 10 });
  expect(health.fallbacks.size).toBe(1);
  expect(read({ value: 1 })).toEqual({ value: 1 });
  expect(health.fallbacks.size).toBe(0);
});

describe('conditions', () => {
  it('start with four and take changes in', () => {
    const changed = { type: 'Ready', status: 'True' as const, reason: 'ScaledObjectReady' };
    const known = withConditions(scaledObject, [changed, { type: 'HPAActive', status: 'True' }]);
    expect(known.map(({ type, status }) => `${type}=${status}`)).toEqual([
      'Ready=True',
      'Active=Unknown',
      'Fallback=Unknown',
      'Paused=False',
      'HPAActive=True',
    ]);
  });

  it.each([
    [false, 0, undefined],
    [true, 0, 'NoFallbackFound'],
    [true, 1, 'FallbackExists'],
  ])('of the fallback: asked %s, %s active', (asked, count, reason) => {
    expect(fallbackCondition(asked, count)[0]?.reason).toBe(reason);
  });

  it.each([
    ['True', 'ValidMetricFound', 'True', 'HPAActive'],
    ['False', 'ScalingDisabled', 'True', 'ScalingDisabled'],
    ['False', 'FailedGetExternalMetric', 'False', 'FailedGetExternalMetric'],
  ] as const)('of an HPA with ScalingActive %s %s', (status, reason, expected, expectedReason) => {
    const hpa = {
      ...hpaFor(scaledObject),
      status: { conditions: [{ type: 'ScalingActive', status, reason }] },
    };
    expect(hpaActive(hpa)[0]).toMatchObject({ status: expected, reason: expectedReason });
  });
});
