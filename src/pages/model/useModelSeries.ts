import { useMemo } from 'react';
import type { PollState } from '../../data/poll';
import type { QueryRange } from '../../data/prometheus';
import { useMetricsScope } from '../../data/useMetricsScope';
import { useRangeSeries } from '../../data/useRangeSeries';
import type { RangeSeries } from '../../data/useRangeSeries';
import { modelQueries } from '../../queries/modelQueries';
import type { ServedModel } from '../../resources/servedModel';
import { useStable } from './useStable';

const seriesNames = [
  'waiting',
  'running',
  'specReplicas',
  'availableReplicas',
  'hpaDesired',
  'gpusAllocated',
  'gpusPending',
] as const;

/** The series that the graphs draw. */
export type SeriesName = (typeof seriesNames)[number];

export type ModelSeries = RangeSeries<SeriesName>;

/** Polls the series of a model's graphs over the range that `rangeAt` gives for a time (ms). */
export function useModelSeries(
  model: ServedModel,
  rangeAt: (now: number) => QueryRange,
): PollState<ModelSeries> {
  const { scope } = useMetricsScope(model.namespace);
  const queries = useStable(modelQueries(model));
  const wanted = useMemo(
    () => ({ queries: seriesNames.map((name) => [name, queries[name]] as const), rangeAt }),
    [queries, rangeAt],
  );
  return useRangeSeries<SeriesName>(wanted, scope, model.namespace);
}
