import { hasStatus } from '../../../src/resources/conditions';
import { scaledObjectKind } from '../../../src/resources/kinds';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import { eventually, project, startTestCluster } from '../testCluster';
import type { HttpScaledObject } from './httpScaledObject';
import { httpScaledObjectKind, httpStatus, scaledObjectFor } from './httpScaledObject';

const httpScaledObject: HttpScaledObject = {
  apiVersion: 'http.keda.sh/v1alpha1',
  kind: 'HTTPScaledObject',
  metadata: { name: 'llama-http', namespace: project, labels: { team: 'a' } },
  spec: {
    hosts: ['llama.example.com'],
    scaleTargetRef: { name: 'llama-predictor', service: 'llama-api', port: 8080 },
    replicas: { min: 0, max: 3 },
    initialCooldownPeriod: 600,
  },
};

it('becomes a ScaledObject of the same name with one trigger', () => {
  const { metadata, spec } = scaledObjectFor(httpScaledObject);
  expect(metadata).toMatchObject({
    name: 'llama-http',
    labels: { team: 'a' },
    ownerReferences: [{ kind: 'HTTPScaledObject', name: 'llama-http', controller: true }],
  });
  expect(spec).toEqual({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'llama-predictor' },
    pollingInterval: 15,
    cooldownPeriod: 300,
    initialCooldownPeriod: 600,
    minReplicaCount: 0,
    maxReplicaCount: 3,
    advanced: { restoreToOriginalReplicaCount: true },
    triggers: [
      {
        type: 'external-push',
        metadata: {
          scalerAddress: 'keda-add-ons-http-external-scaler.openshift-keda:9090',
          httpScaledObject: 'llama-http',
        },
      },
    ],
  });
});

it('says whether its ScaledObject could be made', () => {
  const time = '2026-01-01T00:00:00Z';
  const made = httpStatus(httpScaledObject, time);
  expect(made).toMatchObject({
    targetWorkload: 'apps/v1/Deployment/llama-predictor',
    targetService: 'llama-api:8080',
    conditions: [{ status: 'True', reason: 'AppScaledObjectCreated', lastTransitionTime: time }],
  });
  const later = { ...httpScaledObject, ...(made && { status: made }) };
  expect(httpStatus(later, 'later')?.conditions?.[0]?.lastTransitionTime).toBe(time);
  expect(httpStatus(later, 'later', 'no')?.conditions?.[0]).toMatchObject({ status: 'False', message: 'no' });
});

it('is written back over what somebody changed, and leaves other annotations alone', async () => {
  const cluster = await startTestCluster({ httpAddOn: true });
  const { client } = cluster;
  const found = () => client.get<ScaledObject>(scaledObjectKind, project, 'llama-http');
  try {
    await client.create(httpScaledObjectKind, httpScaledObject);
    await eventually('a ScaledObject', found);
    await eventually('a word of it', async () => {
      const told = await client.get<HttpScaledObject>(httpScaledObjectKind, project, 'llama-http');
      return hasStatus(told?.status?.conditions, 'Ready', 'True');
    });
    const place = { namespace: project, name: 'llama-http' };
    await client.mergePatch(scaledObjectKind, place, {
      metadata: { annotations: { 'autoscaling.keda.sh/paused': 'true' } },
      spec: { maxReplicaCount: 9 },
    });
    await client.mergePatch(httpScaledObjectKind, place, { spec: { replicas: { min: 1 } } });
    const after = await eventually('what it says now', async () => {
      const now = await found();
      return now?.spec.minReplicaCount === 1 ? now : undefined;
    });
    expect(after.spec.maxReplicaCount).toBe(3);
    expect(after.metadata.annotations).toEqual({ 'autoscaling.keda.sh/paused': 'true' });
    await client.remove(httpScaledObjectKind, project, 'llama-http');
    await eventually('no ScaledObject', async () => (await found()) === undefined);
  } finally {
    await cluster.stop();
  }
});
