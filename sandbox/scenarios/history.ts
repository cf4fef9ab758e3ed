import type { Pod } from '../../src/resources/pod';
import type { KubeClient } from '../client/kubeClient';
import { serviceKind } from '../controllers/kinds';
import { dcgmLabels, GpuDevices, gpuNodes } from '../engines/dcgm';
import { seldomRead } from '../engines/engineMetrics';
import { EngineRoom } from '../engines/engineRoom';
import type { KubeObjects } from '../engines/kubeObjects';
import { kubeSeries } from '../engines/kubeSeries';
import { listKubeObjects, stateMetricsLabels } from '../engines/kubeStateMetrics';
import type { MetricFamily, Sample } from '../engines/metricFamily';
import type { ModelLoad } from '../engines/modelLoad';
import type { Service } from '../engines/podTargets';
import { podTargets } from '../engines/podTargets';
import { isServing } from '../engines/servingPod';
import { mergedLabels } from '../metrics/scrape';
import type { SampleSink } from '../metrics/metricsBackend';
import type { Labels } from '../metrics/seriesStore';
import { dayBefore } from './dayBefore';
import type { Scenario } from './scenario';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const podScrapeMs = 30_000;
const stateScrapeMs = 60_000;
/** Lets the engines fill before the first sample. */
const warmUpMs = 60_000;

/** The labels of a stored series; kube-state-metrics is scraped with honorLabels. */
const stored = (target: Labels, { name, labels }: Sample, honorLabels = false): Labels => ({
  ...mergedLabels(labels, { labels: target, honorLabels }),
  __name__: name,
});

const familyOf = (series: string): string => series.replace(/_(bucket|sum|count)$/, '');

/** A series of a pod in the hour before the start, a value each scrape. */
interface HourOfSeries {
  labels: Labels;
  values: number[];
}

/** The hour of the engines: the pods that serve now, under the baseline. */
function simulateHour(
  loads: readonly ModelLoad[],
  pods: readonly Pod[],
  services: readonly Service[],
  exporters: Exporters,
  now: number,
): HourOfSeries[] {
  const start = now - hourMs;
  const room = new EngineRoom(loads, start - warmUpMs);
  const serving = pods.filter(isServing);
  for (const pod of serving) room.update(pod);
  const scrapes = podTargets('', services, serving).map(({ labels }) => ({
    labels,
    series: new Map<string, HourOfSeries>(),
  }));
  const gpus = new Map<string, HourOfSeries>();
  room.advance(start - podScrapeMs);
  exporters(room, start - podScrapeMs);
  for (let time = start; time < now; time += podScrapeMs) {
    room.advance(time);
    for (const { labels, series } of scrapes) {
      const metrics = room.metrics(labels.namespace ?? '', labels.pod ?? '');
      if (Array.isArray(metrics)) note(series, labels, metrics);
    }
    for (const { labels, families } of exporters(room, time)) note(gpus, labels, families);
  }
  return [...scrapes.map(({ series }) => series), gpus].flatMap((series) => [...series.values()]);
}

/** Adds a scrape of a target to its series. */
function note(series: Map<string, HourOfSeries>, target: Labels, families: readonly MetricFamily[]): void {
  for (const sample of [...families.flatMap(({ samples }) => samples), up]) {
    const key = `${target.instance ?? ''} ${sample.name} ${Object.values(sample.labels).join(' ')}`;
    const known = series.get(key) ?? { labels: stored(target, sample), values: [] };
    known.values.push(sample.value);
    series.set(key, known);
  }
}

/** The GPUs of the nodes in an hour, each as its exporter would have told it. */
type Exporters = (room: EngineRoom, time: number) => { labels: Labels; families: MetricFamily[] }[];

function exportersOf({ nodes, pods }: KubeObjects): Exporters {
  let devices: GpuDevices | undefined;
  return (room, time) => {
    devices ??= new GpuDevices(room);
    const now = devices;
    return gpuNodes(nodes).map((node) => ({
      labels: dcgmLabels(node.metadata.name),
      families: now.families(node, pods, time),
    }));
  };
}

const up: Sample = { name: 'up', labels: {}, value: 1 };

/** The scrapes from `lengthMs` before `now` on, the last one before it. */
function timesBefore(now: number, lengthMs: number, stepMs: number): number[] {
  return Array.from({ length: Math.ceil(lengthMs / stepMs) }, (_, index) => now - lengthMs + index * stepMs);
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

/**
 * Fills the time before `now` (simulated milliseconds), a day if not told, as if the cluster had been as it is now, under
 * everyday traffic: an hour of the engines, and before it the same hour again and again at the level of its time of day.
 */
export async function fillHistory(options: {
  scenario: Scenario;
  client: KubeClient;
  store: SampleSink;
  now: number;
  lengthMs?: number;
}): Promise<void> {
  const { scenario, client, store, now, lengthMs = dayMs } = options;
  const objects = await listKubeObjects(client);
  const services = (await client.list<Service>(serviceKind)).items;
  const scraped = timesBefore(now, lengthMs, podScrapeMs);
  const loads = [...scenario.models, ...(scenario.installs ?? [])];
  // Projects may be unmonitored; GPUs are the platform's.
  const found = scenario.monitoring?.userWorkload === false ? [] : services;
  for (const { labels, values } of simulateHour(loads, objects.pods, found, exportersOf(objects), now)) {
    const name = labels.__name__ ?? '';
    const own = seldomRead.has(familyOf(name)) ? scraped.slice(-values.length) : scraped;
    const day = dayBefore(name, values, own, now);
    store.fill(labels, own, (_time, index) => day[index] ?? NaN);
  }
  const times = timesBefore(now, lengthMs, stateScrapeMs);
  for (const sample of [...kubeSeries(asSynced(objects)).flatMap((family) => family.samples), up])
    store.fill(stored(stateMetricsLabels, sample, true), times, () => sample.value);
}
