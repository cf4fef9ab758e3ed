import { createKubeClient } from './client/kubeClient';
import { sandboxRules, sandboxUsers } from './cluster/rbac';
import type { TestCluster } from './cluster/testCluster';
import { paths, startTestCluster } from './cluster/testCluster';
import { printFigure } from './figures';
import { SeriesStore } from './metrics/seriesStore';
import { builtInMetrics } from './metrics/metricsBackend';
import { startThanos } from './metrics/thanos';

/** Something that a user does, and the attributes by which an access review asks about it. */
interface Deed {
  what: string;
  at: 'api' | 'cluster' | 'tenancy';
  method?: string;
  path: string;
  asked: Record<string, string>;
}

const isvc = { group: 'serving.kserve.io', resource: 'inferenceservices' };
const deeds: readonly Deed[] = [
  {
    what: 'lists the models of its project',
    at: 'api',
    path: paths.inferenceServices,
    asked: { ...isvc, verb: 'list', namespace: 'llm' },
  },
  {
    what: 'lists all models',
    at: 'api',
    path: '/apis/serving.kserve.io/v1beta1/inferenceservices',
    asked: { ...isvc, verb: 'list' },
  },
  {
    what: 'pauses a ScaledObject',
    at: 'api',
    method: 'PATCH',
    path: `${paths.scaledObjects}/none?dryRun=All`,
    asked: { group: 'keda.sh', resource: 'scaledobjects', verb: 'patch', namespace: 'llm', name: 'none' },
  },
  {
    what: 'sees the nodes',
    at: 'api',
    path: '/api/v1/nodes',
    asked: { group: '', resource: 'nodes', verb: 'list' },
  },
  {
    what: 'asks /api/prometheus',
    at: 'cluster',
    path: '/api/v1/query?query=up',
    asked: {
      group: 'monitoring.coreos.com',
      resource: 'prometheuses',
      subresource: 'api',
      name: 'k8s',
      namespace: 'openshift-monitoring',
      verb: 'get',
    },
  },
  {
    what: 'asks /api/prometheus-tenancy',
    at: 'tenancy',
    path: '/api/v1/query?query=up&namespace=llm',
    asked: { group: 'metrics.k8s.io', resource: 'pods', verb: 'get', namespace: 'llm' },
  },
];

describe('whoever may do something is told so, and nobody else', () => {
  let cluster: TestCluster;
  let thanos: Awaited<ReturnType<typeof startThanos>>;
  beforeAll(async () => {
    cluster = await startTestCluster({ rules: sandboxRules(['llm']) });
    const client = createKubeClient(cluster.url, 'system:controller');
    thanos = await startThanos({
      clock: cluster.clock,
      answer: builtInMetrics(new SeriesStore()).answer,
      client,
    });
  });
  afterAll(async () => {
    await thanos.close();
    await cluster.close();
  });

  async function may(user: string, { at, method = 'GET', path }: Deed): Promise<boolean> {
    const url = { api: cluster.url, cluster: thanos.clusterUrl, tenancy: thanos.tenancyUrl }[at];
    const { status } = await fetch(url + path, {
      method,
      headers: { Authorization: `Bearer ${user}`, 'Content-Type': 'application/merge-patch+json' },
      ...(method === 'PATCH' ? { body: '{}' } : {}),
    });
    return status !== 403;
  }

  async function isTold(user: string, { asked }: Deed): Promise<boolean> {
    const body = { kind: 'SelfSubjectAccessReview', spec: { resourceAttributes: asked } };
    const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
    const answer = await cluster.send('POST', path, { user, body });
    return (answer.body.status as { allowed: boolean }).allowed;
  }

  it.each([
    ['admin', [true, true, true, true, true, true]],
    ['editor', [true, false, true, false, false, true]],
    ['viewer', [true, false, false, false, false, true]],
    ['no-metrics', [true, false, true, false, false, false]],
    ['nobody', [false, false, false, false, false, false]],
  ])('%s', async (user, expected) => {
    const done = await Promise.all(deeds.map((deed) => may(user, deed)));
    const told = await Promise.all(deeds.map((deed) => isTold(user, deed)));
    const agreed = done.filter((allowed, index) => allowed === told[index]).length;
    printFigure(`rights of ${user}`, [agreed, deeds.length]);
    expect({ done, told }).toEqual({ done: expected, told: expected });
  });

  it('has no other user', () => {
    expect(sandboxUsers.map(({ name }) => name)).toEqual([
      'admin',
      'editor',
      'viewer',
      'no-metrics',
      'nobody',
    ]);
  });
});
