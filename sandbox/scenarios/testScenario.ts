import { scaledObjectKind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { ScaledObject } from '../../src/resources/scaledObject';
import type { KubeClient } from '../client/kubeClient';
import { createKubeClient } from '../client/kubeClient';
import { createClock } from '../clock';
import { eventKind } from '../controllers/kinds';
import type { ClusterMetrics, SimulatedCluster } from '../simulatedCluster';
import { startCluster } from '../simulatedCluster';
import { readScenario } from './scenario';

/** The project and the name of the model that most scenarios are about. */
export const chat = 'customer-chat';
export const llama = 'llama-3-2-3b';

/** Runs a scenario at full speed, with the models of some projects only, and looks at it as an administrator. */
export async function look(
  name: string,
  see: (client: KubeClient, cluster: SimulatedCluster) => Promise<void>,
  projects: readonly string[] = [chat],
  // An hour is all that is looked at, and cheaper than a day.
  metrics: ClusterMetrics = {},
): Promise<void> {
  const clock = createClock(30);
  const scenario = readScenario(name);
  const models = scenario.models.filter(({ namespace }) => projects.includes(namespace));
  const cluster = await startCluster({ ...scenario, models }, clock, { historyMs: 3_600_000, ...metrics });
  try {
    await see(createKubeClient(cluster.backend.api, 'admin'), cluster);
  } finally {
    await cluster.stop();
    clock.stop();
  }
}

/** The ScaledObject of a model. */
export const scaledObjectOf = async (
  client: KubeClient,
  name: string,
  namespace = chat,
): Promise<ScaledObject | undefined> =>
  client.get<ScaledObject>(scaledObjectKind, namespace, `${name}-predictor`);

/** The messages of all events in a project. */
export async function messages(client: KubeClient, namespace: string): Promise<string[]> {
  const { items } = await client.list<KubernetesObject & { message?: string }>(eventKind, namespace);
  return items.map(({ message = '' }) => message);
}

/** The values that a query has now, asked by the scenario's user. */
export async function samples(cluster: SimulatedCluster, query: string): Promise<number[]> {
  const { clusterMetrics, token } = cluster.backend;
  const url = `${clusterMetrics}/api/v1/query?query=${encodeURIComponent(query)}`;
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  const { data } = (await answer.json()) as { data: { result: { value: [number, string] }[] } };
  return data.result.map(({ value }) => Number(value[1]));
}
