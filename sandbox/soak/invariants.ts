import type { Deployment } from '../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import { deploymentKind, horizontalPodAutoscalerKind, podKind } from '../../src/resources/kinds';
import type { Pod } from '../../src/resources/pod';
import type { KubeClient } from '../client/kubeClient';
import { deploymentNameOf } from '../controllers/deployment/replicaSet';

function broken(
  hpa: HorizontalPodAutoscaler,
  deployments: readonly Deployment[],
  pods: readonly Pod[],
): string[] {
  const { name, namespace } = hpa.metadata;
  const target = deployments.find(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === hpa.spec.scaleTargetRef.name,
  );
  if (target === undefined) return [`${name} scales nothing`];
  const { replicas = 1 } = target.spec;
  const { minReplicas = 1, maxReplicas } = hpa.spec;
  const owned = pods.filter(
    (pod) =>
      pod.metadata.namespace === namespace &&
      deploymentNameOf(pod) === target.metadata.name &&
      pod.metadata.deletionTimestamp === undefined,
  );
  const { readyReplicas = 0, replicas: counted = 0 } = target.status ?? {};
  const wrong: [boolean, string][] = [
    [replicas < minReplicas || replicas > maxReplicas, `${String(replicas)} replicas, outside of its bounds`],
    [owned.length !== replicas, `${String(owned.length)} pods for ${String(replicas)} replicas`],
    [counted !== owned.length, `a status of ${String(counted)} for ${String(owned.length)} pods`],
    [readyReplicas > counted, `${String(readyReplicas)} ready of ${String(counted)}`],
    [
      (hpa.status?.desiredReplicas ?? replicas) !== replicas,
      `a wish of ${String(hpa.status?.desiredReplicas)} for ${String(replicas)}`,
    ],
  ];
  return wrong.filter(([holds]) => holds).map(([, what]) => `${name}: ${what}`);
}

/** What HPAs, Deployments and pods do not agree on now; it may be on its way to agreement. */
export async function disagreements(client: KubeClient): Promise<string[]> {
  const [autoscalers, deployments, pods] = await Promise.all([
    client.list<HorizontalPodAutoscaler>(horizontalPodAutoscalerKind),
    client.list<Deployment>(deploymentKind),
    client.list<Pod>(podKind),
  ]);
  return autoscalers.items.flatMap((hpa) => broken(hpa, deployments.items, pods.items));
}
