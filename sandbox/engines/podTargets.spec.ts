import type { Pod } from '../../src/resources/pod';
import type { Service } from './podTargets';
import { podTargets } from './podTargets';

const service: Service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'llama-metrics', namespace: 'chat' },
  spec: {
    selector: { 'serving.kserve.io/inferenceservice': 'llama' },
    ports: [{ name: 'llama-runtime-metrics', port: 8080 }],
  },
};

function pod(
  changes: { labels?: Record<string, string>; deleted?: boolean; status?: Pod['status'] } = {},
): Pod {
  const { labels = { 'serving.kserve.io/inferenceservice': 'llama' }, deleted = false } = changes;
  const status = 'status' in changes ? changes.status : ({ phase: 'Running', podIP: '10.128.0.5' } as const);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'llama-predictor-abc',
      namespace: 'chat',
      labels,
      ...(deleted ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}),
    },
    spec: { containers: [{ name: 'kserve-container' }] },
    ...(status === undefined ? {} : { status }),
  };
}

describe('podTargets', () => {
  it('has the labels that a model has on OpenShift AI', () => {
    expect(podTargets('http://127.0.0.1:1', [service], [pod()])).toEqual([
      {
        url: 'http://127.0.0.1:1/chat/llama-predictor-abc/metrics',
        labels: {
          namespace: 'chat',
          pod: 'llama-predictor-abc',
          container: 'kserve-container',
          service: 'llama-metrics',
          job: 'llama-metrics',
          endpoint: 'llama-runtime-metrics',
          instance: '10.128.0.5:8080',
          prometheus: 'openshift-user-workload-monitoring/user-workload',
        },
      },
    ]);
  });

  it.each([
    [
      'a pod of another model',
      [service],
      pod({ labels: { 'serving.kserve.io/inferenceservice': 'granite' } }),
    ],
    ['a pod without an address', [service], pod({ status: { phase: 'Pending' } })],
    ['a pod that ended', [service], pod({ status: { phase: 'Failed', podIP: '10.128.0.5' } })],
    ['a pod that is being deleted', [service], pod({ deleted: true })],
    ['a pod without a Service', [], pod()],
    [
      'the Service that carries requests',
      [{ ...service, metadata: { name: 'llama-predictor', namespace: 'chat' } }],
      pod(),
    ],
    [
      'a Service of another project',
      [{ ...service, metadata: { name: 'llama-metrics', namespace: 'other' } }],
      pod(),
    ],
  ])('has nothing for %s', (_what, services, one) => {
    expect(podTargets('http://127.0.0.1:1', services, [one])).toEqual([]);
  });
});
