import type { GridSeries } from '../../../data/labelledCache';
import type { Bar, BarLook, BarPart } from '../../../graphs/bars';
import { lineLabel } from '../../../queries/combined';
import type { PodFact } from '../../../queries/pods';
import { findCondition } from '../../../resources/conditions';
import type { Pod } from '../../../resources/pod';
import { restartsOf } from '../../../resources/podFacts';
import { podStateOf } from '../../../resources/podState';
import type { PodStateCode } from '../../../resources/podState';
import { timeOf } from '../../../resources/time';

const lookOfState: Readonly<Record<PodStateCode, BarLook>> = {
  waitsForNode: 'waiting',
  creating: 'starting',
  loading: 'starting',
  ready: 'serving',
  failed: 'failing',
  unknown: 'failing',
  terminating: 'ending',
  completed: 'ending',
};

type Facts = Partial<Record<PodFact, boolean>>;

function lookOf(facts: Facts): BarLook | undefined {
  if (facts.failing === true) return 'failing';
  if (facts.ready === true) return 'serving';
  if (facts.unschedulable === true) return 'waiting';
  return facts.running === true || facts.pending === true ? 'starting' : undefined;
}

/** The last part of a pod's name tells the pods of a Deployment apart. */
function labelOf(name: string): string {
  return name.slice(name.lastIndexOf('-') + 1);
}

/** What was measured of one pod, as parts; a point stands for the time until the next one. */
function measuredParts(series: readonly GridSeries[], times: readonly number[], step: number): BarPart[] {
  const parts: BarPart[] = [];
  times.forEach((time, index) => {
    const facts: Facts = Object.fromEntries(
      series.map(({ labels, values }) => [labels[lineLabel] ?? '', (values[index] ?? null) !== null]),
    );
    const look = lookOf(facts);
    const last = parts.at(-1);
    if (look === undefined) return;
    if (last?.look === look && last.to === time) last.to = time + step;
    else parts.push({ from: time, to: time + step, look });
  });
  return parts;
}

/** A pod that is gone and served before it stopped to: its last part was its end, and no new start. */
function withEnd(parts: readonly BarPart[], now: number): BarPart[] {
  const last = parts.at(-1);
  const served = parts.some(({ look }) => look === 'serving');
  if (last?.look !== 'starting' || !served || last.to > now) return [...parts];
  return [...parts.slice(0, -1), { ...last, look: 'ending' }];
}

function seconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}

/** When the API server was asked to delete a pod: its deletionTimestamp is when the grace period ends. */
function deletedAt({ metadata, spec }: Pod): number | undefined {
  const until = seconds(timeOf(metadata.deletionTimestamp));
  return until === undefined ? undefined : until - (spec.terminationGracePeriodSeconds ?? 30);
}

/** The life of a pod that is there, out of its conditions: exact to the second, if it never restarted. */
function liveParts(pod: Pod, now: number): BarPart[] {
  const created = seconds(timeOf(pod.metadata.creationTimestamp)) ?? now;
  const since = (type: string): number | undefined => {
    const condition = findCondition(pod.status?.conditions, type);
    return condition?.status === 'True' ? seconds(timeOf(condition.lastTransitionTime)) : undefined;
  };
  const scheduled = since('PodScheduled');
  const ready = since('Ready');
  const state = lookOfState[podStateOf(pod).code];
  const marks: (readonly [number | undefined, BarLook])[] = [
    [created, 'waiting'],
    [scheduled, state === 'failing' ? 'failing' : 'starting'],
    [ready, 'serving'],
    [deletedAt(pod), 'ending'],
  ];
  const known = marks.flatMap(([at, look]) => (at === undefined ? [] : [{ at, look }]));
  return known.flatMap(({ at, look }, index) => {
    const to = known[index + 1]?.at ?? now;
    return to > at ? [{ from: at, to, look }] : [];
  });
}

/** What was measured until now, and what the pod says of itself since its last change. */
function mixedParts(pod: Pod, measured: readonly BarPart[], now: number): BarPart[] {
  const state = podStateOf(pod);
  const since = seconds('since' in state ? state.since : undefined) ?? measured.at(-1)?.to ?? now;
  const before = measured
    .filter(({ from }) => from < since)
    .map((part) => ({ ...part, to: Math.min(part.to, since) }));
  return now > since ? [...before, { from: since, to: now, look: lookOfState[state.code] }] : before;
}

function partsOf(pod: Pod | undefined, measured: readonly BarPart[], now: number): BarPart[] {
  if (pod === undefined) return withEnd(measured, now);
  return restartsOf(pod) === 0 ? liveParts(pod, now) : mixedParts(pod, measured, now);
}

/**
 * The lives of a model's pods: of those that are there out of the watch, of those before out of what was measured.
 * `now` in seconds since 1970.
 */
export function podBars(
  series: readonly GridSeries[],
  times: readonly number[],
  pods: readonly Pod[],
  now: number,
): Bar[] {
  const [first = now, second = first] = times;
  const byName = new Map<string, GridSeries[]>();
  for (const each of series) {
    const name = each.labels.pod ?? '';
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  const live = new Map(pods.map((pod) => [pod.metadata.name, pod] as const));
  return [...new Set([...byName.keys(), ...live.keys()])].flatMap((name) => {
    const measured = measuredParts(byName.get(name) ?? [], times, second - first);
    const parts = partsOf(live.get(name), measured, now).filter(({ from, to }) => to > first && from <= now);
    return parts.length === 0 ? [] : [{ key: name, label: labelOf(name), parts }];
  });
}
