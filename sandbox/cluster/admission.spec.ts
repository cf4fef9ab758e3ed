import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scaledObjectKind } from '../../src/resources/kinds';
import type { AdmissionHook } from './admission';
import type { TestCluster } from './testCluster';
import { paths, scaledObject, startTestCluster } from './testCluster';

interface Review {
  request: {
    operation: string;
    dryRun: boolean;
    name: string;
    namespace: string;
    userInfo: { username: string };
    object: { metadata: { annotations?: Record<string, string> }; spec: { maxReplicaCount?: number } } | null;
    oldObject: unknown;
  };
}
type Webhook = (review: Review['request']) => object;

/** A webhook server that answers what the test wants at the moment. */
async function startWebhook(): Promise<{
  url: string;
  seen: Review['request'][];
  answer: (next: Webhook) => void;
  close(): Promise<void>;
}> {
  let webhook: Webhook = () => ({ allowed: true });
  const seen: Review['request'][] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const review = (JSON.parse(Buffer.concat(chunks).toString()) as Review).request;
      seen.push(review);
      response.end(JSON.stringify({ response: webhook(review) }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    seen,
    answer: (next) => {
      webhook = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const patchOf = (operations: object[]): object => ({
  allowed: true,
  patchType: 'JSONPatch',
  patch: Buffer.from(JSON.stringify(operations)).toString('base64'),
});

describe('admission webhooks', () => {
  let cluster: TestCluster;
  let webhook: Awaited<ReturnType<typeof startWebhook>>;
  const start = async (changes: Partial<AdmissionHook> = {}): Promise<void> => {
    const hook: AdmissionHook = {
      name: 'v.example.com',
      kind: scaledObjectKind,
      operations: ['CREATE', 'UPDATE', 'DELETE'],
      url: webhook.url,
      mutating: false,
      failurePolicy: 'Fail',
      ...changes,
    };
    cluster = await startTestCluster({ hooks: [hook] });
  };
  const create = (query = '') =>
    cluster.send('POST', paths.scaledObjects + query, { body: scaledObject('a') });
  const merge = { contentType: 'application/merge-patch+json' };

  beforeEach(async () => {
    webhook = await startWebhook();
  });
  afterEach(async () => {
    await cluster.close();
    await webhook.close();
  });

  it('are told what happens to which object and by whom', async () => {
    await start();
    await create();
    await cluster.send('PATCH', `${paths.scaledObjects}/a`, {
      ...merge,
      body: { spec: { maxReplicaCount: 7 } },
    });
    await cluster.send('DELETE', `${paths.scaledObjects}/a`);
    const [created, updated, deleted] = webhook.seen;
    expect(created).toMatchObject({ operation: 'CREATE', name: 'a', namespace: 'llm', oldObject: null });
    expect(created?.userInfo.username).toBe('admin');
    expect(updated).toMatchObject({ operation: 'UPDATE', object: { spec: { maxReplicaCount: 7 } } });
    expect(updated?.oldObject).toMatchObject({ metadata: { name: 'a' } });
    expect(deleted).toMatchObject({ operation: 'DELETE', object: null });
  });

  it('change what is stored', async () => {
    await start({ mutating: true });
    webhook.answer(() => patchOf([{ op: 'add', path: '/spec/maxReplicaCount', value: 3 }]));
    expect((await create()).body.spec).toMatchObject({ maxReplicaCount: 3 });
    expect((await cluster.send('GET', `${paths.scaledObjects}/a`)).body.spec).toMatchObject({
      maxReplicaCount: 3,
    });
  });

  it('do not get past the checks of the server', async () => {
    await start({ mutating: true });
    webhook.answer(() => patchOf([{ op: 'add', path: '/spec/maxReplicaCount', value: 'many' }]));
    expect((await create()).code).toBe(422);
  });

  it.each([
    [{ code: 403, reason: 'Forbidden', message: 'no' }, 403, 'Forbidden', ': no'],
    [{ message: 'no' }, 400, undefined, ': no'],
    [undefined, 400, undefined, ' without explanation'],
  ])('refuse with %j', async (status, code, reason, end) => {
    await start();
    webhook.answer(() => ({ allowed: false, ...(status === undefined ? {} : { status }) }));
    const answer = await create();
    expect(answer.code).toBe(code);
    expect(answer.body.reason).toBe(reason);
    expect(answer.body.message).toBe(`admission webhook "v.example.com" denied the request${end}`);
    expect((await cluster.send('GET', `${paths.scaledObjects}/a`)).code).toBe(404);
  });

  it('refuse updates and deletions, too', async () => {
    await start();
    await create();
    webhook.answer(({ operation }) => ({ allowed: operation === 'CREATE' }));
    const update = { ...merge, body: { spec: { maxReplicaCount: 7 } } };
    expect((await cluster.send('PATCH', `${paths.scaledObjects}/a`, update)).code).toBe(400);
    expect((await cluster.send('DELETE', `${paths.scaledObjects}/a`)).code).toBe(400);
    expect((await cluster.send('GET', `${paths.scaledObjects}/a`)).body.spec).not.toHaveProperty(
      'maxReplicaCount',
    );
  });

  it('are asked in a dry run, and know it', async () => {
    await start();
    webhook.answer(({ dryRun }) => ({ allowed: !dryRun }));
    expect((await create('?dryRun=All')).code).toBe(400);
    expect((await create()).code).toBe(201);
    expect(webhook.seen.map(({ dryRun }) => dryRun)).toEqual([true, false]);
  });

  it('are not asked about the status', async () => {
    await start();
    await create();
    await cluster.send('PATCH', `${paths.scaledObjects}/a/status`, {
      ...merge,
      body: { status: { hpaName: 'h' } },
    });
    expect(webhook.seen.map(({ operation }) => operation)).toEqual(['CREATE']);
  });

  it('warn through the answer', async () => {
    await start();
    webhook.answer(() => ({ allowed: true, warnings: ['that is old'] }));
    expect((await create()).headers.get('warning')).toBe('299 - "that is old"');
  });

  it.each([
    ['Fail', 500],
    ['Ignore', 201],
  ] as const)('that do not answer, with failurePolicy %s', async (failurePolicy, code) => {
    await start({ failurePolicy, url: 'http://127.0.0.1:1/' });
    expect((await create()).code).toBe(code);
  });

  it('make a patch start anew when another was written while they were asked', async () => {
    await start();
    await create();
    const update = { ...merge, body: { spec: { maxReplicaCount: 7 } } };
    const answers = await Promise.all([
      cluster.send('PATCH', `${paths.scaledObjects}/a`, update),
      cluster.send('PATCH', `${paths.scaledObjects}/a`, { ...merge, body: { spec: { minReplicaCount: 2 } } }),
    ]);
    expect(answers.map(({ code }) => code)).toEqual([200, 200]);
    expect((await cluster.send('GET', `${paths.scaledObjects}/a`)).body.spec).toMatchObject({
      maxReplicaCount: 7,
      minReplicaCount: 2,
    });
  });
});
