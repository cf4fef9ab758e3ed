import { sandboxRules } from './rbac';
import type { TestCluster } from './testCluster';
import { configMap, paths, scaledObject, startTestCluster } from './testCluster';

const reviews = '/apis/authorization.k8s.io/v1';
const pause = { metadata: { annotations: { 'autoscaling.keda.sh/paused': 'true' } } };

describe('rights of the users', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startTestCluster({ rules: sandboxRules(['llm']) });
    for (const name of ['hidden', 'other'])
      await cluster.send('POST', '/api/v1/namespaces', { body: { metadata: { name } } });
    await cluster.send('POST', paths.scaledObjects, { body: scaledObject('a') });
  });
  afterAll(() => cluster.close());

  const patch = { contentType: 'application/merge-patch+json', body: pause };
  it.each([
    ['GET', paths.scaledObjects, {}, [200, 200, 200, 403]],
    ['GET', `${paths.scaledObjects}/a`, {}, [200, 200, 200, 403]],
    ['GET', '/apis/keda.sh/v1alpha1/scaledobjects', {}, [200, 403, 403, 403]],
    ['GET', '/apis/keda.sh/v1alpha1/namespaces/other/scaledobjects', {}, [200, 403, 403, 403]],
    ['PATCH', `${paths.scaledObjects}/a?dryRun=All`, patch, [200, 200, 403, 403]],
    ['PATCH', `${paths.scaledObjects}/a/status?dryRun=All`, patch, [200, 403, 403, 403]],
    ['DELETE', `${paths.scaledObjects}/a?dryRun=All`, {}, [200, 200, 403, 403]],
    ['POST', `${paths.configMaps}?dryRun=All`, { body: configMap('c') }, [201, 201, 403, 403]],
    ['GET', '/api/v1/nodes', {}, [200, 403, 403, 403]],
    ['GET', '/api/v1/namespaces', {}, [200, 403, 403, 403]],
    ['GET', '/api/v1/namespaces/llm', {}, [200, 200, 200, 403]],
    ['GET', '/api/v1/namespaces/llm/secrets', {}, [200, 200, 403, 403]],
    ['GET', '/apis/project.openshift.io/v1/projects', {}, [200, 200, 200, 200]],
    ['GET', '/apis/project.openshift.io/v1/projects/llm', {}, [200, 200, 200, 403]],
    ['GET', '/apis/project.openshift.io/v1/projects/other', {}, [200, 403, 403, 403]],
  ] as const)('%s %s', async (method, path, sent, codes) => {
    const answers = ['admin', 'editor', 'viewer', 'nobody'].map((user) =>
      cluster.send(method, path, { user, ...sent }),
    );
    expect((await Promise.all(answers)).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['admin', ['hidden', 'llm', 'other']],
    ['viewer', ['llm']],
    ['nobody', []],
  ])('%s sees the projects %s', async (user, names) => {
    const { body } = await cluster.send('GET', '/apis/project.openshift.io/v1/projects', { user });
    expect(body.items?.map(({ metadata }) => metadata.name)).toEqual(names);
  });

  it('words a refusal as RBAC does', async () => {
    const sent = { ...patch, user: 'viewer' };
    const { code, body } = await cluster.send('PATCH', `${paths.scaledObjects}/a`, sent);
    expect({ code, body }).toMatchObject({
      code: 403,
      body: {
        reason: 'Forbidden',
        message:
          'scaledobjects.keda.sh "a" is forbidden: User "viewer" cannot patch resource "scaledobjects" in API group "keda.sh" in the namespace "llm"',
        details: { name: 'a', group: 'keda.sh', kind: 'scaledobjects' },
      },
    });
  });

  const patchKeda = { verb: 'patch', group: 'keda.sh', resource: 'scaledobjects', namespace: 'llm' };
  const clusterMetrics = {
    verb: 'get',
    group: 'monitoring.coreos.com',
    resource: 'prometheuses',
    subresource: 'api',
    name: 'k8s',
    namespace: 'openshift-monitoring',
  };
  const tenancyMetrics = { verb: 'get', group: 'metrics.k8s.io', resource: 'pods', namespace: 'llm' };
  it.each([
    ['admin', patchKeda, true],
    ['editor', patchKeda, true],
    ['viewer', patchKeda, false],
    ['editor', { ...patchKeda, namespace: 'other' }, false],
    ['editor', { ...patchKeda, namespace: '' }, false],
    ['admin', { ...patchKeda, namespace: '' }, true],
    ['viewer', { ...patchKeda, verb: 'list' }, true],
    [
      'editor',
      { verb: 'update', group: 'apps', resource: 'deployments', subresource: 'scale', namespace: 'llm' },
      true,
    ],
    ['admin', clusterMetrics, true],
    ['editor', clusterMetrics, false],
    ['viewer', tenancyMetrics, true],
    ['viewer', { ...tenancyMetrics, verb: 'create' }, false],
    ['system:serviceaccount:llm:inference-prometheus-auth', tenancyMetrics, true],
    ['system:serviceaccount:other:inference-prometheus-auth', tenancyMetrics, false],
    ['nobody', tenancyMetrics, false],
  ])('access reviews about %s: %j is %s', async (user, resourceAttributes, allowed) => {
    const self = await cluster.send('POST', `${reviews}/selfsubjectaccessreviews`, {
      user,
      body: { kind: 'SelfSubjectAccessReview', spec: { resourceAttributes } },
    });
    const other = await cluster.send('POST', `${reviews}/subjectaccessreviews`, {
      user: 'system:controller',
      body: { kind: 'SubjectAccessReview', spec: { user, resourceAttributes } },
    });
    for (const { code, body } of [self, other])
      expect({ code, status: body.status }).toEqual({ code: 201, status: { allowed } });
  });

  it('lets only those review others who have the right', async () => {
    const sent = { user: 'editor', body: { spec: { user: 'admin', resourceAttributes: patchKeda } } };
    const { code } = await cluster.send('POST', `${reviews}/subjectaccessreviews`, sent);
    expect(code).toBe(403);
  });

  it('lists the rules of a user in a project', async () => {
    const asked = async (namespace: string): Promise<unknown> => {
      const sent = { user: 'viewer', body: { spec: { namespace } } };
      return (await cluster.send('POST', `${reviews}/selfsubjectrulesreviews`, sent)).body.status;
    };
    const rule = expect.objectContaining({
      verbs: ['get', 'list', 'watch'],
      apiGroups: ['keda.sh'],
    }) as unknown;
    expect(await asked('llm')).toMatchObject({ resourceRules: expect.arrayContaining([rule]) as unknown });
    expect(await asked('other')).not.toMatchObject({
      resourceRules: expect.arrayContaining([rule]) as unknown,
    });
  });

  it('tells who a user is', async () => {
    const user = await cluster.send('GET', '/apis/user.openshift.io/v1/users/~', { user: 'viewer' });
    expect(user.body.metadata.name).toBe('viewer');
    const review = await cluster.send('POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', {
      user: 'viewer',
      body: {},
    });
    expect(review.body.status).toMatchObject({ userInfo: { username: 'viewer' } });
    const token = { user: 'system:controller', body: { spec: { token: 'editor' } } };
    const known = await cluster.send('POST', '/apis/authentication.k8s.io/v1/tokenreviews', token);
    expect(known.body.status).toMatchObject({ authenticated: true, user: { username: 'editor' } });
  });
});
