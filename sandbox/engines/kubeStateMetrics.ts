import type { Deployment } from '../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import { deploymentKind, horizontalPodAutoscalerKind, podKind } from '../../src/resources/kinds';
import type { Pod } from '../../src/resources/pod';
import { startInformer } from '../client/informer';
import type { KubeClient } from '../client/kubeClient';
import { nodeKind, resourceQuotaKind } from '../controllers/kinds';
import type { Target } from '../metrics/scrape';
import type { KubeObjects, NodeObject, QuotaObject } from './kubeObjects';
import { kubeSeries } from './kubeSeries';
import { textOf } from './metricFamily';
import { startMetricsServer } from './metricsServer';

/** The labels of kube-state-metrics as OpenShift scrapes it: its ServiceMonitor honors labels and drops `pod` and `instance`. */
export const stateMetricsLabels: Target['labels'] = {
  namespace: 'openshift-monitoring',
  service: 'kube-state-metrics',
  job: 'kube-state-metrics',
  endpoint: 'https-main',
  container: 'kube-rbac-proxy-main',
  prometheus: 'openshift-monitoring/k8s',
};

/** What kube-state-metrics would see now. */
export async function listKubeObjects(client: KubeClient): Promise<KubeObjects> {
  const [deployments, autoscalers, pods, nodes, quotas] = await Promise.all([
    client.list<Deployment>(deploymentKind),
    client.list<HorizontalPodAutoscaler>(horizontalPodAutoscalerKind),
    client.list<Pod>(podKind),
    client.list<NodeObject>(nodeKind),
    client.list<QuotaObject>(resourceQuotaKind),
  ]);
  return {
    deployments: deployments.items,
    autoscalers: autoscalers.items,
    pods: pods.items,
    nodes: nodes.items,
    quotas: quotas.items,
  };
}

/** Exposes the state of the cluster's objects as kube-state-metrics does. Resolves when it has seen all of them. */
export async function startKubeStateMetrics(options: {
  client: KubeClient;
}): Promise<{ url: string; target(): Target; close(): Promise<void> }> {
  const { client } = options;
  const deployments = startInformer<Deployment>(client, deploymentKind);
  const autoscalers = startInformer<HorizontalPodAutoscaler>(client, horizontalPodAutoscalerKind);
  const pods = startInformer<Pod>(client, podKind);
  const nodes = startInformer<NodeObject>(client, nodeKind);
  const quotas = startInformer<QuotaObject>(client, resourceQuotaKind);
  const informers = [deployments, autoscalers, pods, nodes, quotas];
  await Promise.all(informers.map(({ ready }) => ready));

  const server = await startMetricsServer((path) =>
    path === '/metrics'
      ? {
          text: textOf(
            kubeSeries({
              deployments: deployments.items(),
              autoscalers: autoscalers.items(),
              pods: pods.items(),
              nodes: nodes.items(),
              quotas: quotas.items(),
            }),
          ),
        }
      : { code: 404, reason: `There is nothing at ${path}.` },
  );
  return {
    url: server.url,
    target: () => ({ url: `${server.url}/metrics`, labels: stateMetricsLabels, honorLabels: true }),
    async close() {
      for (const informer of informers) informer.stop();
      await server.close();
    },
  };
}
