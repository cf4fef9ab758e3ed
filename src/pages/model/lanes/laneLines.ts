import type { GraphLine } from '../../../graphs/plot';
import type { Translate } from '../../../i18n';
import type { Threshold } from '../../../resources/threshold';
import type { Values } from '../../../resources/values';
import { colors } from './colors';

/** Values of a lane by the names of its lines. */
export type ValuesOf = (line: string) => Values;

/** What the trigger counts; none: something else than the queue. */
export type Gauges = readonly ('waiting' | 'running')[];

/** The load at which the autoscaler adds replicas: per replica, or in all. */
function capacityOf(replicas: Values, { value, type }: Threshold): Values {
  return replicas.map((count) => (count === null ? null : type === 'Value' ? value : count * value));
}

function capacityLine(replicas: Values, threshold: Threshold | undefined, t: Translate): GraphLine[] {
  if (threshold === undefined) return [];
  const values = capacityOf(replicas, threshold);
  return [{ key: 'capacity', label: t('Capacity'), kind: 'dashed', color: colors.capacity, values }];
}

/** A line stands on another one also where that has a gap. */
function groundOf(values: Values): Values {
  return values.map((value) => value ?? 0);
}

/**
 * What waits and what runs. The capacity line is compared with what the trigger counts, so that stands on the ground:
 * the waiting requests alone, or both together with the running ones below.
 */
export function requestLines(
  valuesOf: ValuesOf,
  replicas: Values,
  gauges: Gauges,
  threshold: Threshold | undefined,
  t: Translate,
): GraphLine[] {
  const waiting = valuesOf('waiting');
  const running = valuesOf('running');
  const waitingFirst = gauges.length === 1 && gauges[0] === 'waiting';
  return [
    {
      key: 'waiting',
      label: t('Waiting'),
      kind: 'area',
      color: colors.waiting,
      values: waiting,
      ...(waitingFirst ? {} : { base: groundOf(running) }),
    },
    {
      key: 'running',
      label: t('Running'),
      kind: 'area',
      color: colors.running,
      values: running,
      ...(waitingFirst ? { base: groundOf(waiting) } : {}),
    },
    ...(gauges.length === 0 ? [] : capacityLine(replicas, threshold, t)),
  ];
}

/** What the trigger's own query gives, with the value from which replicas are added. */
export function triggerLines(
  valuesOf: ValuesOf,
  replicas: Values,
  threshold: Threshold | undefined,
  t: Translate,
): GraphLine[] {
  return [
    {
      key: 'trigger',
      label: t('The query'),
      kind: 'line',
      color: colors.waiting,
      values: valuesOf('trigger'),
    },
    ...capacityLine(replicas, threshold, t),
  ];
}

/** Desired, current and ready replicas between the bounds of that time. */
export function replicaLines(valuesOf: ValuesOf, t: Translate): GraphLine[] {
  const min = valuesOf('min');
  const max = valuesOf('max');
  const height = max.map((most, index) => {
    const least = min[index] ?? null;
    return most === null || least === null ? null : most - least;
  });
  const level = { kind: 'level', color: colors.bound, labelled: true } as const;
  return [
    { key: 'band', label: '', kind: 'band', color: colors.band, values: height, base: min, quiet: true },
    { key: 'ready', label: t('Ready'), kind: 'steps', color: colors.ready, values: valuesOf('available') },
    {
      key: 'current',
      label: t('Current'),
      kind: 'step',
      color: colors.current,
      values: valuesOf('replicas'),
    },
    {
      key: 'desired',
      label: t('Desired'),
      kind: 'dashed',
      color: colors.desired,
      values: valuesOf('desired'),
    },
    { ...level, key: 'max', label: t('Maximum'), values: max },
    { ...level, key: 'min', label: t('Minimum'), values: min },
  ];
}

/** More than so many times the others: a line that would flatten them. */
const flattening = 4;

function highestOf(...lines: readonly Values[]): number {
  return lines.flat().reduce<number>((most, value) => Math.max(most, value ?? 0), 1);
}

/** GPUs that running pods hold and that pending pods ask for; all of the cluster's where nodes can be seen. */
export function gpuLines(valuesOf: ValuesOf, t: Translate): GraphLine[] {
  const allocated = valuesOf('allocated');
  const allocatable = valuesOf('allocatable');
  // Without pending pods there is no series. Where GPUs of running pods were counted, that is a 0 and no gap.
  const asked = valuesOf('pending');
  const pending = allocated.map((count, index) => asked[index] ?? (count === null ? null : 0));
  const lines: GraphLine[] = [
    { key: 'allocated', label: t('Allocated'), kind: 'steps', color: colors.gpus, values: allocated },
    {
      key: 'pending',
      label: t('Pending'),
      kind: 'hatched',
      color: colors.pending,
      values: pending,
      // Where no pod runs yet, what is pending stands on the ground.
      base: groundOf(allocated),
    },
  ];
  if (allocatable.every((value) => value === null)) return lines;
  const offScale = highestOf(allocatable) > flattening * highestOf(allocated, pending);
  const label = offScale ? t('Allocatable, above the scale') : t('Allocatable');
  return [
    ...lines,
    { key: 'allocatable', label, kind: 'level', color: colors.bound, values: allocatable, offScale },
  ];
}

/** Median and 95th percentile of the chosen measure. */
export function latencyLines(valuesOf: ValuesOf, t: Translate): GraphLine[] {
  return [
    { key: 'p50', label: t('Median'), kind: 'line', color: colors.median, values: valuesOf('p50') },
    { key: 'p95', label: t('95th percentile'), kind: 'line', color: colors.slow, values: valuesOf('p95') },
  ];
}

/** How full the fullest engine's cache is. */
export function cacheLines(valuesOf: ValuesOf, t: Translate): GraphLine[] {
  return [
    { key: 'kv', label: t('Fullest engine'), kind: 'area', color: colors.cache, values: valuesOf('kv') },
  ];
}

/** Tokens a second, of all replicas together. */
export function tokenLines(valuesOf: ValuesOf, t: Translate): GraphLine[] {
  return [
    {
      key: 'generated',
      label: t('Generated'),
      kind: 'line',
      color: colors.generated,
      values: valuesOf('generated'),
    },
    {
      key: 'read',
      label: t('Read from prompts'),
      kind: 'line',
      color: colors.read,
      values: valuesOf('read'),
    },
  ];
}
