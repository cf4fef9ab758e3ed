import type { GraphLine } from '../../graphs/plot';
import type { Translate } from '../../i18n';
import type { ModelSeries, SeriesName } from './useModelSeries';

type Values = readonly (number | null)[];

const colors = {
  waiting: 'var(--pf-t--chart--color--orange--300)',
  running: 'var(--pf-t--chart--color--blue--200)',
  capacity: 'var(--pf-t--global--text--color--regular)',
  desired: 'var(--pf-t--chart--color--purple--400)',
  current: 'var(--pf-t--chart--color--blue--400)',
  ready: 'var(--pf-t--chart--color--green--300)',
  gpus: 'var(--pf-t--chart--color--teal--300)',
  pending: 'var(--pf-t--chart--color--orange--200)',
} as const;

function valuesOf(series: ModelSeries, name: SeriesName): Values {
  return series.values.get(name) ?? [];
}

/**
 * What waits and, on top of it, what runs. The capacity line is the threshold times the replicas: where more waits,
 * the autoscaler adds replicas. Without a threshold per replica there is no such line.
 */
export function requestLines(series: ModelSeries, threshold: number | undefined, t: Translate): GraphLine[] {
  const waiting = valuesOf(series, 'waiting');
  const replicas = valuesOf(series, 'specReplicas');
  const lines: GraphLine[] = [
    { key: 'waiting', label: t('Waiting'), kind: 'area', color: colors.waiting, values: waiting },
    {
      key: 'running',
      label: t('Running'),
      kind: 'area',
      color: colors.running,
      values: valuesOf(series, 'running'),
      base: waiting,
    },
  ];
  if (threshold === undefined) return lines;
  const capacity = replicas.map((count) => (count === null ? null : count * threshold));
  return [
    ...lines,
    { key: 'capacity', label: t('Capacity'), kind: 'dashed', color: colors.capacity, values: capacity },
  ];
}

/** Desired, current and ready replicas. */
export function replicaLines(series: ModelSeries, t: Translate): GraphLine[] {
  return [
    {
      key: 'ready',
      label: t('Ready'),
      kind: 'steps',
      color: colors.ready,
      values: valuesOf(series, 'availableReplicas'),
    },
    {
      key: 'current',
      label: t('Current'),
      kind: 'step',
      color: colors.current,
      values: valuesOf(series, 'specReplicas'),
    },
    {
      key: 'desired',
      label: t('Desired'),
      kind: 'dashed',
      color: colors.desired,
      values: valuesOf(series, 'hpaDesired'),
    },
  ];
}

/** GPUs that running pods hold and that pending pods ask for. */
export function gpuLines(series: ModelSeries, t: Translate): GraphLine[] {
  const allocated = valuesOf(series, 'gpusAllocated');
  const pending = valuesOf(series, 'gpusPending');
  return [
    { key: 'gpus', label: t('Allocated'), kind: 'steps', color: colors.gpus, values: allocated },
    {
      key: 'pending',
      label: t('Pending'),
      kind: 'steps',
      color: colors.pending,
      // Without pending pods there is no series. Where GPUs of running pods were counted, that is a 0 and no gap.
      values: allocated.map((count, index) => pending[index] ?? (count === null ? null : 0)),
      // Where no pod runs yet, what is pending stands on the ground.
      base: allocated.map((count) => count ?? 0),
    },
  ];
}

/** The newest values in words, for those who do not see the graph. */
export function summaryOf(
  lines: readonly GraphLine[],
  format: (value: number) => string,
  t: Translate,
): string {
  const parts = lines.map(({ label, values }) => {
    const value = values.at(-1) ?? undefined;
    return `${label}: ${value === undefined ? t('no data') : format(value)}`;
  });
  return t('Now {{values}}', { values: parts.join(', ') });
}
