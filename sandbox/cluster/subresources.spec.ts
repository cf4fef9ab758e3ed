import type { Received, TestCluster } from './testCluster';
import { deployment, paths, scaledObject, startTestCluster } from './testCluster';

const merge = 'application/merge-patch+json';
const objectSchema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

/** A CRD with a scale subresource, as custom workloads have it. */
const workerCrd = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'workers.example.com' },
  spec: {
    group: 'example.com',
    names: { kind: 'Worker', plural: 'workers' },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: { type: 'object', properties: { spec: objectSchema, status: objectSchema } },
        },
        subresources: {
          status: {},
          scale: {
            specReplicasPath: '.spec.size',
            statusReplicasPath: '.status.size',
            labelSelectorPath: '.status.selector',
          },
        },
      },
    ],
  },
};

describe('subresources', () => {
  let cluster: TestCluster;
  const patch = (path: string, body: unknown, contentType = merge): Promise<Received> =>
    cluster.send('PATCH', path, { body, contentType });

  beforeEach(async () => {
    cluster = await startTestCluster();
    await cluster.send('POST', paths.deployments, { body: deployment('d', 2) });
    await cluster.send('POST', paths.scaledObjects, { body: scaledObject('a') });
  });
  afterEach(() => cluster.close());

  it('writes the status alone on /status, and does not count it as a generation', async () => {
    const body = { spec: { replicas: 9 }, status: { replicas: 2, readyReplicas: 1 } };
    const answer = await patch(`${paths.deployments}/d/status`, body);
    expect(answer.body).toMatchObject({
      metadata: { generation: 1 },
      spec: { replicas: 2 },
      status: { replicas: 2, readyReplicas: 1 },
    });
  });

  it('keeps the status when the main resource is written', async () => {
    await patch(`${paths.deployments}/d/status`, { status: { replicas: 2 } });
    const answer = await patch(`${paths.deployments}/d`, { spec: { replicas: 3 }, status: { replicas: 9 } });
    expect(answer.body).toMatchObject({
      metadata: { generation: 2 },
      spec: { replicas: 3 },
      status: { replicas: 2 },
    });
  });

  it('shows the scale of a Deployment', async () => {
    await patch(`${paths.deployments}/d/status`, { status: { replicas: 1 } });
    const { code, body } = await cluster.send('GET', `${paths.deployments}/d/scale`);
    expect({ code, body }).toMatchObject({
      code: 200,
      body: {
        kind: 'Scale',
        apiVersion: 'autoscaling/v1',
        metadata: { name: 'd', namespace: 'llm' },
        spec: { replicas: 2 },
        status: { replicas: 1, selector: 'app=d' },
      },
    });
  });

  it.each([
    ['PUT', { spec: { replicas: 5 } }, 'application/json'],
    ['PATCH', { spec: { replicas: 5 } }, merge],
    ['PATCH', [{ op: 'replace', path: '/spec/replicas', value: 5 }], 'application/json-patch+json'],
  ])('scales a Deployment by %s %j', async (method, body, contentType) => {
    const answer = await cluster.send(method, `${paths.deployments}/d/scale`, { body, contentType });
    expect(answer.body).toMatchObject({ kind: 'Scale', spec: { replicas: 5 } });
    const { body: scaled } = await cluster.send('GET', `${paths.deployments}/d`);
    expect(scaled).toMatchObject({ metadata: { generation: 2 }, spec: { replicas: 5 } });
  });

  it('scales to 0, and says it by leaving the replicas out', async () => {
    const answer = await patch(`${paths.deployments}/d/scale`, { spec: { replicas: 0 } });
    expect(answer.body.spec).toEqual({});
    expect((await cluster.send('GET', `${paths.deployments}/d`)).body.spec).toMatchObject({ replicas: 0 });
  });

  it.each([
    ['dry run', '?dryRun=All', { spec: { replicas: 5 } }, 200],
    ['less than 0', '', { spec: { replicas: -1 } }, 422],
    ['no number', '', { spec: { replicas: 'many' } }, 400],
    ['an old version', '', { metadata: { resourceVersion: '1' }, spec: { replicas: 5 } }, 409],
  ])('does not scale: %s', async (_name, query, body, code) => {
    expect((await patch(`${paths.deployments}/d/scale${query}`, body)).code).toBe(code);
    expect((await cluster.send('GET', `${paths.deployments}/d`)).body.spec).toMatchObject({ replicas: 2 });
  });

  it('scales a custom resource whose CRD says how', async () => {
    const workers = '/apis/example.com/v1/namespaces/llm/workers';
    expect((await cluster.send('GET', workers)).code).toBe(404);
    await cluster.send('POST', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', {
      body: workerCrd,
    });
    const body = {
      apiVersion: 'example.com/v1',
      kind: 'Worker',
      metadata: { name: 'w' },
      spec: { size: 1 },
    };
    await cluster.send('POST', workers, { body });
    await patch(`${workers}/w/status`, { status: { size: 1, selector: 'worker=w' } });
    const scaled = await patch(`${workers}/w/scale`, { spec: { replicas: 4 } });
    expect(scaled.body).toMatchObject({
      spec: { replicas: 4 },
      status: { replicas: 1, selector: 'worker=w' },
    });
    expect((await cluster.send('GET', `${workers}/w`)).body.spec).toEqual({ size: 4 });
  });

  it.each([
    ['GET', `${paths.scaledObjects}/a/scale`],
    ['GET', `${paths.configMaps}/a/status`],
    ['PATCH', `${paths.scaledObjects}/a/scale`],
  ])('does not serve a subresource that the kind lacks: %s %s', async (method, path) => {
    const body = method === 'GET' ? undefined : { spec: { replicas: 1 } };
    const answer = await cluster.send(method, path, { body, contentType: merge });
    expect(answer).toMatchObject({ code: 404, body: { message: '404 page not found\n' } });
  });
});
