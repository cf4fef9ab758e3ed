import { everyCrd } from './crds';
import type { TestCluster } from './testCluster';
import { deployment, paths, pod, startTestCluster } from './testCluster';

const hpas = '/apis/autoscaling/v2/namespaces/llm/horizontalpodautoscalers';
const hpa = {
  metadata: { name: 'h' },
  spec: { maxReplicas: 2, scaleTargetRef: { kind: 'Deployment', name: 'd', typo: 1 } },
};
const withTypo = (object: object): object => ({ ...object, typo: 1 });
const llm = '/api/v1/namespaces/llm';
const port = { port: 80, typo: 1 };
const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'i', typo: 1 }] } };

const cases: [kind: string, path: string, body: object, field: string][] = [
  ['Deployment', paths.deployments, { ...deployment('d', 1), ...withTypo({}) }, 'typo'],
  ['Pod', paths.pods, pod('p', undefined, { typo: 1 }), 'metadata.typo'],
  ['HorizontalPodAutoscaler', hpas, hpa, 'spec.scaleTargetRef.typo'],
  ['Service', `${llm}/services`, { metadata: { name: 's' }, spec: { ports: [port] } }, 'spec.ports[0].typo'],
  [
    'Job',
    '/apis/batch/v1/namespaces/llm/jobs',
    { metadata: { name: 'j' }, spec: { template } },
    'spec.template.spec.containers[0].typo',
  ],
  ['ConfigMap', paths.configMaps, withTypo({ metadata: { name: 'c' } }), 'typo'],
  ['Secret', `${llm}/secrets`, withTypo({ metadata: { name: 's' } }), 'typo'],
  [
    'ResourceQuota',
    `${llm}/resourcequotas`,
    { metadata: { name: 'q' }, spec: { limits: {} } },
    'spec.limits',
  ],
  ['Namespace', '/api/v1/namespaces', { metadata: { name: 'n' }, spec: { typo: 1 } }, 'spec.typo'],
];

describe('unknown fields of built-in kinds', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(() => cluster.close());

  it.each(cases)('%s: Strict refuses', async (kind, path, body, field) => {
    const answer = await cluster.send('POST', `${path}?fieldValidation=Strict`, { body });
    const version = path === hpas ? 'v2' : 'v1';
    expect(answer.body).toMatchObject({
      code: 400,
      reason: 'BadRequest',
      message: `${kind} in version "${version}" cannot be handled as a ${kind}: strict decoding error: unknown field "${field}"`,
    });
  });

  it.each(cases)('%s: Warn, the default, warns and drops', async (_kind, path, body, field) => {
    const answer = await cluster.send('POST', `${path}?dryRun=All`, { body });
    expect(answer.headers.get('warning')).toBe(`299 - "unknown field \\"${field}\\""`);
    expect(answer.code).toBe(201);
    expect(JSON.stringify(answer.body)).not.toContain('"typo":');
  });

  it.each(cases)('%s: Ignore drops in silence', async (_kind, path, body) => {
    const answer = await cluster.send('POST', `${path}?dryRun=All&fieldValidation=Ignore`, { body });
    expect(answer.headers.get('warning')).toBeNull();
    expect(answer.code).toBe(201);
    expect(JSON.stringify(answer.body)).not.toContain('"typo":');
  });

  it('keeps what maps hold, and fields newer than the types', async () => {
    const spec = {
      containers: [{ name: 'c', image: 'i', restartPolicyRules: [{ action: 'Restart' }] }],
      nodeSelector: { anything: 'x' },
      hostnameOverride: 'h',
    };
    const body = { metadata: { name: 'p', labels: { typo: 'x' } }, spec };
    const answer = await cluster.send('POST', `${paths.pods}?dryRun=All&fieldValidation=Strict`, { body });
    expect(answer.body).toMatchObject(body);
  });

  it('knows the fields of a CustomResourceDefinition as deep as its schemas go', async () => {
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    for (const crd of everyCrd) {
      const url = `${path}/${crd.metadata.name}?dryRun=All&fieldValidation=Strict`;
      const { body: current } = await cluster.send('GET', `${path}/${crd.metadata.name}`);
      const answer = await cluster.send('PUT', url, { body: current });
      expect([crd.metadata.name, answer.body.message]).toEqual([crd.metadata.name, undefined]);
    }
  });

  describe('in a patch', () => {
    const url = `${paths.deployments}/web`;
    beforeAll(async () => {
      await cluster.send('POST', paths.deployments, { body: deployment('web', 1) });
    });

    it.each([
      ['merge-patch', { spec: { typo: 1 } }],
      ['strategic-merge-patch', { spec: { typo: 1 } }],
      ['json-patch', [{ op: 'add', path: '/spec/typo', value: 1 }]],
    ])('%s: warned of and dropped', async (type, body) => {
      const contentType = `application/${type}+json`;
      const answer = await cluster.send('PATCH', url, { contentType, body });
      expect(answer.headers.get('warning')).toBe('299 - "unknown field \\"spec.typo\\""');
      expect(answer.body.spec).not.toHaveProperty('typo');
    });

    it('Strict refuses with the patch', async () => {
      const contentType = 'application/strategic-merge-patch+json';
      const body = { spec: { typo: 1, replicas: 2 } };
      const answer = await cluster.send('PATCH', `${url}?fieldValidation=Strict`, { contentType, body });
      expect(answer.body).toMatchObject({
        code: 422,
        reason: 'Invalid',
        message:
          ' "" is invalid: patch: Invalid value: "map[spec:map[replicas:2 typo:1]]": strict decoding error: unknown field "spec.typo"',
      });
    });

    it('an apply names what no schema declares', async () => {
      const contentType = 'application/apply-patch+yaml';
      const body = { apiVersion: 'apps/v1', kind: 'Deployment', spec: { typo: 1 } };
      const answer = await cluster.send('PATCH', `${url}?fieldManager=me`, { contentType, body });
      expect(answer.body).toMatchObject({
        code: 500,
        message:
          'failed to create typed patch object (llm/web; apps/v1, Kind=Deployment): .spec.typo: field not declared in schema',
      });
    });
  });
});
