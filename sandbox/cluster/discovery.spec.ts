import { kserveCrds } from './crds';
import type { TestCluster } from './testCluster';
import { startTestCluster } from './testCluster';

describe('discovery', () => {
  let cluster: TestCluster;
  const get = async (path: string): Promise<Record<string, unknown>> =>
    (await cluster.send('GET', path)).body as unknown as Record<string, unknown>;

  beforeAll(async () => {
    cluster = await startTestCluster({ crds: kserveCrds });
  });
  afterAll(() => cluster.close());

  it('lists groups with their versions', async () => {
    const { kind, groups } = await get('/apis');
    expect(kind).toBe('APIGroupList');
    expect(groups).toEqual(
      expect.arrayContaining([
        {
          name: 'serving.kserve.io',
          versions: [
            { groupVersion: 'serving.kserve.io/v1beta1', version: 'v1beta1' },
            { groupVersion: 'serving.kserve.io/v1alpha1', version: 'v1alpha1' },
          ],
          preferredVersion: { groupVersion: 'serving.kserve.io/v1beta1', version: 'v1beta1' },
        },
      ]),
    );
    expect(await get('/api')).toMatchObject({ kind: 'APIVersions', versions: ['v1'] });
    expect(await get('/version')).toMatchObject({ gitVersion: 'v1.36.2' });
  });

  it.each([
    ['/api/v1', 'pods', { kind: 'Pod', namespaced: true, shortNames: ['po'] }],
    ['/api/v1', 'nodes', { kind: 'Node', namespaced: false }],
    ['/apis/apps/v1', 'deployments/scale', { kind: 'Scale', group: 'autoscaling', version: 'v1' }],
    ['/apis/autoscaling/v2', 'horizontalpodautoscalers', { kind: 'HorizontalPodAutoscaler' }],
    [
      '/apis/serving.kserve.io/v1beta1',
      'inferenceservices',
      { kind: 'InferenceService', shortNames: ['isvc'] },
    ],
    ['/apis/serving.kserve.io/v1beta1', 'inferenceservices/status', { verbs: ['get', 'patch', 'update'] }],
    ['/apis/authorization.k8s.io/v1', 'selfsubjectaccessreviews', { verbs: ['create'] }],
    ['/apis/project.openshift.io/v1', 'projects', { kind: 'Project', namespaced: false }],
  ])('%s tells of %s', async (path, name, facts) => {
    const { kind, resources } = await get(path);
    expect(kind).toBe('APIResourceList');
    expect((resources as { name: string }[]).find((resource) => resource.name === name)).toMatchObject(facts);
  });

  it('does not tell of, nor serve, kinds whose CRD is absent', async () => {
    const { groups } = await get('/apis');
    expect((groups as { name: string }[]).map(({ name }) => name)).not.toContain('keda.sh');
    for (const path of ['/apis/keda.sh/v1alpha1', '/apis/keda.sh/v1alpha1/scaledobjects'])
      expect(await cluster.send('GET', path)).toMatchObject({
        code: 404,
        body: { message: '404 page not found\n' },
      });
  });

  it('gives the schema of a CRD, so that a client can see which fields there are', async () => {
    const crd = await get(
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/inferenceservices.serving.kserve.io',
    );
    expect(crd).toMatchObject({
      spec: {
        versions: [
          {
            name: 'v1beta1',
            schema: {
              openAPIV3Schema: {
                properties: {
                  spec: { properties: { predictor: { properties: { autoScaling: { type: 'object' } } } } },
                },
              },
            },
          },
        ],
      },
    });
  });

  it.each([
    ['/healthz', 200],
    ['/readyz', 200],
    ['/openapi/v2', 404],
    ['/apis/apps/v1/namespaces/llm/unknowns', 404],
    ['/api/v1/namespaces/llm/nodes', 404],
    ['/api/v1/pods/p', 404],
    ['/api/v1/namespaces/%zz/pods', 400],
  ])('%s answers %i', async (path, code) => {
    expect((await cluster.send('GET', path)).code).toBe(code);
  });
});
