import type { Received, TestCluster } from './testCluster';
import { startTestCluster } from './testCluster';

const rbac = '/apis/rbac.authorization.k8s.io/v1';
const collections = [
  'clusterroles',
  'clusterrolebindings',
  'namespaces/llm/roles',
  'namespaces/llm/rolebindings',
];
const body = { metadata: { name: 'r' } };
const refusal = {
  code: 405,
  reason: 'MethodNotAllowed',
  message: 'the server does not allow this method on the requested resource',
};

describe('the kinds of RBAC', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
    for (const one of collections)
      await cluster.send('POST', `${rbac}/${one}`, { user: 'system:controller', body });
  });
  afterAll(() => cluster.close());

  it.each(collections)('%s can be read', async (collection) => {
    const { body: list } = await cluster.send('GET', `${rbac}/${collection}`);
    expect(list.items?.map(({ metadata }) => metadata.name)).toEqual(['r']);
    expect((await cluster.send('GET', `${rbac}/${collection}/r`)).code).toBe(200);
  });

  it.each(collections)('%s take no write of a person', async (collection) => {
    const path = `${rbac}/${collection}`;
    const patch = { contentType: 'application/merge-patch+json', body: { metadata: { labels: { a: 'b' } } } };
    const answers: Received[] = [
      await cluster.send('POST', path, { body: { metadata: { name: 's' } } }),
      await cluster.send('PUT', `${path}/r`, { body }),
      await cluster.send('PATCH', `${path}/r`, patch),
      await cluster.send('DELETE', `${path}/r`),
      await cluster.send('DELETE', path),
    ];
    for (const answer of answers) expect(answer.body).toMatchObject(refusal);
    expect((await cluster.send('GET', `${path}/r`)).body.metadata.labels).toBeUndefined();
  });

  it('refuse for want of rights first', async () => {
    const answer = await cluster.send('POST', `${rbac}/namespaces/llm/roles`, { user: 'viewer', body });
    expect(answer.body).toMatchObject({ code: 403, reason: 'Forbidden' });
  });

  it('tell discovery what they take', async () => {
    const answer = await cluster.send('GET', rbac);
    const { resources } = answer.body as unknown as { resources: { verbs: string[] }[] };
    expect(resources.map(({ verbs }) => verbs)).toEqual(collections.map(() => ['get', 'list', 'watch']));
  });
});

it('Roles take writes where the server is told so', async () => {
  const cluster = await startTestCluster({ writableRoles: true });
  const path = `${rbac}/namespaces/llm/roles`;
  expect((await cluster.send('POST', path, { body })).code).toBe(201);
  const discovered = (await cluster.send('GET', rbac)).body as unknown as {
    resources: { name: string; verbs: string[] }[];
  };
  expect(discovered.resources.find(({ name }) => name === 'roles')?.verbs).toContain('create');
  expect((await cluster.send('DELETE', `${path}/r`)).code).toBe(200);
  await cluster.close();
});
