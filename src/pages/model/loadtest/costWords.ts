import { formatDuration, formatNumber } from '../../../components/quantities';
import type { GpuRoom } from '../../../data/useGpuRoom';
import type { Translate } from '../../../i18n';
import type { LoadCost } from '../../../loadtest/loadCost';

/** One consequence of a test. */
export interface CostLine {
  text: string;
  tone: 'info' | 'warning';
}

function roomLine(
  { gpus: needed, replicas, perReplica }: LoadCost,
  { gpus, quota }: GpuRoom,
  t: Translate,
): CostLine[] {
  const more = needed - replicas * perReplica;
  const lines: CostLine[] = [];
  if (gpus !== undefined) {
    const facts = { free: formatNumber(gpus.free), allocatable: formatNumber(gpus.allocatable) };
    lines.push({
      text: t('{{free}} of {{allocatable}} GPUs of the cluster are free now.', facts),
      tone: more > gpus.free ? 'warning' : 'info',
    });
  }
  if (quota !== undefined) {
    const left = Math.max(0, quota.hard - quota.used);
    lines.push({
      text: t('The quota of the project leaves {{left}} of {{hard}} GPUs.', {
        left: formatNumber(left),
        hard: formatNumber(quota.hard),
      }),
      tone: more > left ? 'warning' : 'info',
    });
  }
  return lines;
}

/** What a test may cost, line by line. */
export function costLines(cost: LoadCost, room: GpuRoom, t: Translate): CostLine[] {
  const { most, gpus, seconds, testSeconds, extraGpuHours, fixed, replicas } = cost;
  const time = formatDuration(seconds * 1000);
  const test: CostLine = {
    text: t('The test takes {{time}}, and some seconds to start.', {
      time: formatDuration(testSeconds * 1000),
    }),
    tone: 'info',
  };
  if (fixed) {
    const text = t('Nothing adds replicas to this model: the test shows its queue at {{count}} replicas.', {
      count: replicas,
    });
    return [test, { text, tone: 'warning' }];
  }
  const upTo: CostLine = {
    text: t('Up to {{replicas}} replicas on {{gpus}} GPUs, for at most {{time}}.', {
      replicas: formatNumber(most),
      gpus: formatNumber(gpus),
      time,
    }),
    tone: 'info',
  };
  const extra: CostLine = {
    text: t('At most {{hours}} GPU hours more than without the test.', {
      hours: formatNumber(extraGpuHours),
    }),
    tone: 'info',
  };
  return [test, upTo, extra, ...roomLine(cost, room, t)];
}
