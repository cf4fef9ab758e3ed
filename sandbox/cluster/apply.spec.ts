import type { Received, TestCluster } from './testCluster';
import { deployment, paths, scaledObject, startTestCluster } from './testCluster';

interface Entry {
  manager: string;
  operation: string;
  fieldsV1: Record<string, unknown>;
}

describe('server-side apply', () => {
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await startTestCluster();
  });
  afterEach(() => cluster.close());

  const trigger = { type: 'prometheus', metadata: { query: 'x' } };
  const configuration = (spec: object): object => ({
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 'a' },
    spec: { scaleTargetRef: { name: 'd' }, triggers: [trigger], ...spec },
  });
  const apply = (body: unknown, query = 'fieldManager=gitops'): Promise<Received> =>
    cluster.send('PATCH', `${paths.scaledObjects}/a?${query}`, {
      body,
      contentType: 'application/apply-patch+yaml',
    });
  const entriesOf = ({ body }: Received): Entry[] =>
    (body.metadata as unknown as { managedFields: Entry[] }).managedFields;

  it('creates what is not there, and owns its fields', async () => {
    const made = await apply(configuration({ maxReplicaCount: 3 }));
    expect(made).toMatchObject({ code: 201, body: { metadata: { name: 'a', namespace: 'llm' } } });
    expect(entriesOf(made)).toMatchObject([
      { manager: 'gitops', operation: 'Apply', fieldsV1: { 'f:spec': { 'f:maxReplicaCount': {} } } },
    ]);
  });

  it('takes fields away that its manager no longer names, and leaves those of others', async () => {
    await apply(configuration({ maxReplicaCount: 3, cooldownPeriod: 60 }));
    await cluster.send('PATCH', `${paths.scaledObjects}/a?fieldManager=person`, {
      body: { spec: { pollingInterval: 5 } },
      contentType: 'application/merge-patch+json',
    });
    const { code, body } = await apply(configuration({ maxReplicaCount: 4 }));
    expect({ code, spec: body.spec }).toEqual({
      code: 200,
      spec: expect.objectContaining({ maxReplicaCount: 4, pollingInterval: 5 }) as unknown,
    });
    expect(body.spec).not.toHaveProperty('cooldownPeriod');
  });

  it('changes nothing when it is applied again', async () => {
    const first = await apply(configuration({ maxReplicaCount: 3 }));
    const second = await apply(configuration({ maxReplicaCount: 3 }));
    expect(second.body.metadata.resourceVersion).toBe(first.body.metadata.resourceVersion);
  });

  it('answers 409 to a field that somebody else has set, unless it is forced', async () => {
    await cluster.send('POST', `${paths.scaledObjects}?fieldManager=person`, {
      body: scaledObject('a', { maxReplicaCount: 2 }),
    });
    const refused = await apply(configuration({ maxReplicaCount: 3 }));
    expect(refused).toMatchObject({
      code: 409,
      body: {
        reason: 'Conflict',
        message:
          'Apply failed with 1 conflict: conflict with "person" using keda.sh/v1alpha1: .spec.maxReplicaCount',
        details: { causes: [{ reason: 'FieldManagerConflict', field: '.spec.maxReplicaCount' }] },
      },
    });
    const forced = await apply(configuration({ maxReplicaCount: 3 }), 'fieldManager=gitops&force=true');
    expect(forced).toMatchObject({ code: 200, body: { spec: { maxReplicaCount: 3 } } });
    const { fieldsV1 } = entriesOf(forced).find(({ manager }) => manager === 'person') ?? { fieldsV1: {} };
    expect(JSON.stringify(fieldsV1)).not.toContain('maxReplicaCount');
  });

  it.each([
    ['without a field manager', '', configuration({}), 422],
    ['of another name', 'fieldManager=x', { ...configuration({}), metadata: { name: 'b' } }, 400],
    ['without a kind', 'fieldManager=x', { metadata: { name: 'a' } }, 400],
    ['of an invalid object', 'fieldManager=x', configuration({ maxReplicaCount: 0 }), 422],
  ])('is refused %s', async (_name, query, body, code) => {
    expect((await apply(body, query)).code).toBe(code);
  });

  it('merges containers by name', async () => {
    await cluster.send('POST', paths.deployments, { body: deployment('d', 1) });
    const containers = [{ name: 'kserve-container', args: ['--x'] }];
    const answer = await cluster.send('PATCH', `${paths.deployments}/d?fieldManager=x&force=true`, {
      body: { apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec: { containers } } } },
      contentType: 'application/apply-patch+yaml',
    });
    expect(answer).toMatchObject({
      code: 200,
      body: { spec: { template: { spec: { containers: [{ image: 'vllm', args: ['--x'] }] } } } },
    });
  });
});
