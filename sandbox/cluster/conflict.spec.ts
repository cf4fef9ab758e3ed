import type { TestCluster } from './testCluster';
import { configMap, configMapKind, paths, scaledObject, startTestCluster } from './testCluster';

const json = 'application/json-patch+json';
const merge = 'application/merge-patch+json';

describe('writes', () => {
  let cluster: TestCluster;
  const path = `${paths.scaledObjects}/a`;
  const get = async () => (await cluster.send('GET', path)).body;
  const patch = (body: unknown, contentType = merge) => cluster.send('PATCH', path, { body, contentType });

  beforeEach(async () => {
    cluster = await startTestCluster();
    await cluster.send('POST', paths.scaledObjects, { body: scaledObject('a', { maxReplicaCount: 3 }) });
  });
  afterEach(() => cluster.close());

  it.each([
    ['PUT', '', 409],
    ['PUT', '?dryRun=All', 409],
  ])('%s of an object that was read before another write (%s) answers %i', async (method, query, code) => {
    const read = await get();
    await patch({ spec: { maxReplicaCount: 4 } });
    const answer = await cluster.send(method, path + query, { body: { ...read, spec: { ...read.spec } } });
    expect(answer).toMatchObject({ code, body: { reason: 'Conflict' } });
    expect((await get()).spec).toMatchObject({ maxReplicaCount: 4 });
  });

  it.each([
    ['a version of its own that is old', { metadata: { resourceVersion: '1' } }, merge, 409],
    ['another uid', { metadata: { uid: 'other' } }, merge, 409],
    ['another name', { metadata: { name: 'b' } }, merge, 422],
    ['a test that does not hold', [{ op: 'test', path: '/spec/maxReplicaCount', value: 9 }], json, 422],
    ['an annotation that is no string', { metadata: { annotations: { paused: true } } }, merge, 400],
    ['a label that is none', { metadata: { labels: { app: 'a b' } } }, merge, 422],
    ['a wrong type', { spec: { maxReplicaCount: 'x' } }, merge, 422],
  ])('a patch with %s changes nothing', async (_name, body, contentType, code) => {
    const before = await get();
    expect((await patch(body, contentType)).code).toBe(code);
    expect(await get()).toEqual(before);
  });

  it('a write that changes nothing leaves the version', async () => {
    const before = await get();
    const answer = await patch({ spec: { maxReplicaCount: 3 } });
    expect(answer.body).toEqual(before);
    expect(await get()).toEqual(before);
  });

  it('a dry run answers as the write would, and stores nothing', async () => {
    const before = await get();
    const answer = await cluster.send('PATCH', `${path}?dryRun=All`, {
      body: [
        { op: 'test', path: '/spec/maxReplicaCount', value: 3 },
        { op: 'replace', path: '/spec/maxReplicaCount', value: 8 },
      ],
      contentType: json,
    });
    expect(answer.body).toMatchObject({ metadata: { generation: 2 }, spec: { maxReplicaCount: 8 } });
    expect(await get()).toEqual(before);
    const created = await cluster.send('POST', `${paths.configMaps}?dryRun=All`, { body: configMap('c') });
    expect(created.code).toBe(201);
    expect(await cluster.client.get(configMapKind, 'llm', 'c')).toBeUndefined();
  });

  it('a PUT without a version overwrites a built-in kind', async () => {
    await cluster.client.create(configMapKind, configMap('c', {}, { a: '1' }));
    await cluster.client.update(configMapKind, configMap('c', {}, { b: '2' }));
    expect(await cluster.client.get(configMapKind, 'llm', 'c')).toMatchObject({ data: { b: '2' } });
  });

  it('unknown fields are dropped with a warning', async () => {
    const answer = await patch({ spec: { bogus: 1 } });
    expect(answer.headers.get('warning')).toBe('299 - "unknown field \\"spec.bogus\\""');
    expect(answer.body.spec).not.toHaveProperty('bogus');
  });

  it('a null counts as not given, and a default takes its place', async () => {
    const fallback = { failureThreshold: 3, replicas: 1, behavior: null };
    const body = scaledObject('nulls', { cooldownPeriod: null, fallback });
    const answer = await cluster.send('POST', paths.scaledObjects, { body });
    expect(answer.code).toBe(201);
    expect(answer.body.spec).not.toHaveProperty('cooldownPeriod');
    expect(answer.body.spec?.fallback).toEqual({ failureThreshold: 3, replicas: 1, behavior: 'static' });
  });

  it('says who wrote which field last', async () => {
    const send = async (agent: string, body: object) => {
      await fetch(cluster.url + path, {
        method: 'PATCH',
        headers: { Authorization: 'Bearer admin', 'Content-Type': merge, 'User-Agent': agent },
        body: JSON.stringify(body),
      });
    };
    await send('Mozilla/5.0', { spec: { maxReplicaCount: 6 } });
    await send('keda/2.20', { metadata: { finalizers: ['finalizer.keda.sh'] } });
    const written = (await get()).metadata.managedFields?.map(({ manager, fieldsV1 }) => [manager, fieldsV1]);
    expect(written).toEqual(
      expect.arrayContaining([
        ['Mozilla', { 'f:spec': { 'f:maxReplicaCount': {} } }],
        ['keda', { 'f:metadata': { 'f:finalizers': {} } }],
      ]),
    );
  });

  it('refuses a body that is too large', async () => {
    const body = configMap('c', {}, { text: 'x'.repeat(4 * 1024 * 1024) });
    expect((await cluster.send('POST', paths.configMaps, { body })).code).toBe(413);
  });
});
