import { useDeferredValue, useMemo, useState } from 'react';
import { formatNumber } from '../../components/quantities';
import { createCursor } from '../../graphs/cursor';
import { hasValues } from '../../graphs/plot';
import type { GraphLevel, GraphLine } from '../../graphs/plot';
import { TimeGraph } from '../../graphs/TimeGraph';
import { useT } from '../../i18n';
import { replicasOf } from '../../resources/replicas';
import type { ServedModel } from '../../resources/servedModel';
import { thresholdOf } from '../../resources/threshold';
import { gpuLines, replicaLines, requestLines, summaryOf } from './graphLines';
import type { ModelSeries } from './useModelSeries';

interface ScalingGraphsProps {
  model: ServedModel;
  series: ModelSeries;
}

interface Lane {
  key: string;
  title: string;
  lines: readonly GraphLine[];
  levels?: readonly GraphLevel[];
}

/** Load, replicas and GPUs on one time axis with one cursor. */
export function ScalingGraphs({ model, series: newest }: ScalingGraphsProps) {
  const t = useT();
  const [cursor] = useState(createCursor);
  const series = useDeferredValue(newest);
  const { min, max } = replicasOf(model);
  const threshold = thresholdOf(model);
  const perReplica = threshold?.type === 'AverageValue' ? threshold.value : undefined;
  const domain = useMemo(() => ({ start: series.range.start, end: series.range.end }), [series]);
  const lanes = useMemo<Lane[]>(
    () => [
      { key: 'requests', title: t('Requests'), lines: requestLines(series, perReplica, t) },
      {
        key: 'replicas',
        title: t('Replicas'),
        lines: replicaLines(series, t),
        levels: [
          { key: 'min', label: t('Minimum'), value: min, color: 'var(--pf-t--chart--color--black--400)' },
          {
            key: 'max',
            label: t('Maximum'),
            value: max,
            color: 'var(--pf-t--chart--color--red-orange--400)',
          },
        ],
      },
      { key: 'gpus', title: t('GPUs'), lines: gpuLines(series, t) },
    ],
    [series, perReplica, min, max, t],
  );
  return (
    <>
      {lanes.map(({ key, title, lines, levels }) => (
        <TimeGraph
          key={key}
          title={title}
          summary={
            hasValues(lines) ? summaryOf(lines, formatNumber, t) : t('Nothing was measured in this time.')
          }
          times={series.times}
          domain={domain}
          lines={lines}
          {...(levels === undefined ? {} : { levels })}
          cursor={cursor}
          format={formatNumber}
          nothing={t('no data')}
        />
      ))}
    </>
  );
}
