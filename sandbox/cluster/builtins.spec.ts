import type { TestCluster } from './testCluster';
import { deployment, paths, pod, startTestCluster } from './testCluster';

const hpas = '/apis/autoscaling/v2/namespaces/llm/horizontalpodautoscalers';
const hpa = (spec: object): object => ({
  metadata: { name: 'h' },
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'd' }, maxReplicas: 3, ...spec },
});
const limits = { 'nvidia.com/gpu': '1' };
const containers = [
  { name: 'a', image: 'quay.io/x/vllm:1', resources: { limits }, ports: [{ containerPort: 8080 }] },
  { name: 'b', image: 'vllm' },
];

describe('built-in kinds', () => {
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await startTestCluster();
  });
  afterEach(() => cluster.close());

  it('fills the defaults of a pod in; requests follow limits', async () => {
    const body = { ...pod('p'), spec: { containers } };
    const answer = await cluster.send('POST', paths.pods, { body });
    expect(answer.body).toMatchObject({
      spec: {
        restartPolicy: 'Always',
        containers: [
          {
            imagePullPolicy: 'IfNotPresent',
            resources: { limits, requests: limits },
            ports: [{ containerPort: 8080, protocol: 'TCP' }],
          },
          { imagePullPolicy: 'Always', resources: {} },
        ],
      },
      status: { phase: 'Pending' },
    });
  });

  it('fills the defaults of a Deployment in; its template has no requests of its own', async () => {
    const plain = deployment('d', 1) as unknown as { spec: { template: object; replicas?: number } };
    delete plain.spec.replicas;
    plain.spec.template = { ...plain.spec.template, spec: { containers } };
    const { code, body } = await cluster.send('POST', paths.deployments, { body: plain });
    expect({ code, body }).toMatchObject({
      code: 201,
      body: {
        metadata: { generation: 1 },
        spec: {
          replicas: 1,
          progressDeadlineSeconds: 600,
          strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
        },
      },
    });
    expect(JSON.stringify(body.spec)).not.toContain('requests');
  });

  it('keeps the selector of a Deployment', async () => {
    await cluster.send('POST', paths.deployments, { body: deployment('d', 1) });
    const matchLabels = { app: 'd', more: 'x' };
    const template = { metadata: { labels: matchLabels } };
    const answer = await cluster.send('PATCH', `${paths.deployments}/d`, {
      body: { spec: { selector: { matchLabels }, template } },
      contentType: 'application/merge-patch+json',
    });
    expect(answer).toMatchObject({ code: 422, body: { details: { causes: [{ field: 'spec.selector' }] } } });
  });

  it.each([
    [
      'Deployment without a selector',
      paths.deployments,
      { metadata: { name: 'd' }, spec: {} },
      'spec.selector',
    ],
    ['pod without a container', paths.pods, { metadata: { name: 'p' } }, 'spec.containers'],
    ['Service without a port', '/api/v1/namespaces/llm/services', { metadata: { name: 's' } }, 'spec.ports'],
    ['HPA with a max of 0', hpas, hpa({ maxReplicas: 0 }), 'spec.maxReplicas'],
    ['HPA with a min above its max', hpas, hpa({ minReplicas: 4 }), 'spec.maxReplicas'],
    ['HPA with a min of 0', hpas, hpa({ minReplicas: 0 }), 'spec.minReplicas'],
    ['HPA without a target', hpas, hpa({ scaleTargetRef: {} }), 'spec.scaleTargetRef.kind'],
    ['event of another namespace', paths.events, { metadata: { name: 'e' } }, 'involvedObject.namespace'],
  ])('refuses a %s', async (_name, path, body, field) => {
    const { code, body: status } = await cluster.send('POST', path, { body });
    const { causes } = status.details as { causes: { field: string }[] };
    expect({ code, fields: causes.map((cause) => cause.field) }).toEqual({
      code: 422,
      fields: expect.arrayContaining([field]) as unknown,
    });
  });

  it('fills the behavior of an HPA in where it has one', async () => {
    const behavior = { scaleDown: { stabilizationWindowSeconds: 60 } };
    const { body } = await cluster.send('POST', hpas, { body: hpa({ behavior }) });
    expect(body.spec).toMatchObject({
      minReplicas: 1,
      behavior: {
        scaleUp: { stabilizationWindowSeconds: 0, selectPolicy: 'Max' },
        scaleDown: {
          stabilizationWindowSeconds: 60,
          selectPolicy: 'Max',
          policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
        },
      },
    });
  });

  it('gives a Service an address and its ports a protocol', async () => {
    const body = { metadata: { name: 's' }, spec: { ports: [{ port: 80 }] } };
    const answer = await cluster.send('POST', '/api/v1/namespaces/llm/services', { body });
    expect(answer.body.spec).toMatchObject({
      type: 'ClusterIP',
      clusterIP: expect.stringMatching(/^172\.30\./) as unknown,
      ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }],
    });
  });

  it('serves ReplicaSets with their scale', async () => {
    const set = { ...deployment('d', 2), kind: 'ReplicaSet' };
    const sets = '/apis/apps/v1/namespaces/llm/replicasets';
    expect((await cluster.send('POST', sets, { body: set })).code).toBe(201);
    const scale = await cluster.send('GET', `${sets}/d/scale`);
    expect(scale.body.spec).toEqual({ replicas: 2 });
  });

  it('keeps the namespace of an object whose new body names none', async () => {
    await cluster.send('POST', paths.configMaps, { body: { metadata: { name: 'c' } } });
    const body = { metadata: { name: 'c' }, data: { a: 'b' } };
    const put = await cluster.send('PUT', `${paths.configMaps}/c`, { body });
    expect(put.body.metadata.namespace).toBe('llm');
    const { body: found } = await cluster.send('GET', paths.configMaps);
    expect(found.items).toHaveLength(1);
  });

  it('encodes what a Secret gets as text', async () => {
    const body = { metadata: { name: 's' }, stringData: { token: 'abc' } };
    const answer = await cluster.send('POST', '/api/v1/namespaces/llm/secrets', { body });
    expect(answer.body).toMatchObject({ type: 'Opaque', data: { token: 'YWJj' } });
    expect(answer.body).not.toHaveProperty('stringData');
  });

  it('merges containers by name with a strategic patch', async () => {
    await cluster.send('POST', paths.pods, { body: { ...pod('p'), spec: { containers } } });
    const patch = {
      containers: [
        { name: 'a', image: 'new:2' },
        { name: 'b', $patch: 'delete' },
      ],
    };
    const answer = await cluster.send('PATCH', `${paths.pods}/p`, {
      body: { spec: patch },
      contentType: 'application/strategic-merge-patch+json',
    });
    expect(answer.body.spec?.containers).toMatchObject([
      { name: 'a', image: 'new:2', resources: { limits } },
    ]);
    expect(answer.body.spec?.containers).toHaveLength(1);
  });
});
