import type { Pod } from '../../src/resources/pod';
import type { KubeClient } from '../client/kubeClient';
import { serviceKind } from '../controllers/kinds';
import { EngineRoom } from '../engines/engineRoom';
import type { KubeObjects } from '../engines/kubeObjects';
import { kubeSeries } from '../engines/kubeSeries';
import { listKubeObjects, stateMetricsLabels } from '../engines/kubeStateMetrics';
import type { Sample } from '../engines/metricFamily';
import type { ModelLoad } from '../engines/modelLoad';
import type { Service } from '../engines/podTargets';
import { podTargets } from '../engines/podTargets';
import { isServing } from '../engines/servingPod';
import type { Labels, SeriesStore } from '../metrics/seriesStore';
import type { Scenario } from './scenario';

const historyMs = 3_600_000;
const podScrapeMs = 30_000;
const stateScrapeMs = 60_000;
/** Lets the engines fill before the first sample. */
const warmUpMs = 60_000;

/** The labels of a stored series: the target's, and the sample's own where both name one (honorLabels; vLLM's names differ anyway). */
const stored = (target: Labels, { name, labels }: Sample): Labels => ({
  ...target,
  ...labels,
  __name__: name,
});

/** Names each series once, since the store finds a label set that it has seen much faster. */
function appender(store: SeriesStore, target: Labels): (sample: Sample, timeMs: number) => void {
  const known = new Map<string, Labels>();
  return (sample, timeMs) => {
    const key = `${sample.name} ${Object.values(sample.labels).join(' ')}`;
    const labels = known.get(key) ?? stored(target, sample);
    known.set(key, labels);
    store.append(labels, timeMs, sample.value);
  };
}

/** The hour of the engines: the pods that serve now, under the baseline. */
function fillPods(
  loads: readonly ModelLoad[],
  pods: readonly Pod[],
  services: readonly Service[],
  store: SeriesStore,
  now: number,
): void {
  const start = now - historyMs;
  const room = new EngineRoom(loads, start - warmUpMs);
  const serving = pods.filter(isServing);
  for (const pod of serving) room.update(pod);
  const scrapes = podTargets('', services, serving).map(({ labels }) => ({
    labels,
    append: appender(store, labels),
  }));
  for (let time = start; time < now; time += podScrapeMs) {
    room.advance(time);
    for (const { labels, append } of scrapes) {
      const metrics = room.metrics(labels.namespace ?? '', labels.pod ?? '');
      if (!Array.isArray(metrics)) continue;
      for (const sample of metrics.flatMap(({ samples }) => samples)) append(sample, time);
      append({ name: 'up', labels: {}, value: 1 }, time);
    }
  }
}

/** An autoscaler that has not been synced yet wants, in hindsight, the replicas that its target had all the time. */
function asSynced({ autoscalers, deployments, ...rest }: KubeObjects): KubeObjects {
  const synced = autoscalers.map((autoscaler) => {
    const { metadata, spec, status } = autoscaler;
    const target = deployments.find(
      (one) =>
        one.metadata.namespace === metadata.namespace && one.metadata.name === spec.scaleTargetRef.name,
    );
    const replicas = target?.spec.replicas;
    if (replicas === undefined || (status?.desiredReplicas ?? 0) > 0) return autoscaler;
    return { ...autoscaler, status: { ...status, currentReplicas: replicas, desiredReplicas: replicas } };
  });
  return { autoscalers: synced, deployments, ...rest };
}

/** Fills the hour before `now` (simulated milliseconds), as if the cluster had been as it is now, under everyday traffic. */
export async function fillHistory(options: {
  scenario: Scenario;
  client: KubeClient;
  store: SeriesStore;
  now: number;
}): Promise<void> {
  const { scenario, client, store, now } = options;
  const objects = await listKubeObjects(client);
  const services = (await client.list<Service>(serviceKind)).items;
  if (scenario.monitoring?.userWorkload !== false)
    fillPods([...scenario.models, ...(scenario.installs ?? [])], objects.pods, services, store, now);

  const append = appender(store, stateMetricsLabels);
  const samples = kubeSeries(asSynced(objects)).flatMap((family) => family.samples);
  for (let time = now - historyMs; time < now; time += stateScrapeMs) {
    for (const sample of [...samples, { name: 'up', labels: {}, value: 1 }]) append(sample, time);
  }
}
