import { useMemo } from 'react';
import type { FinishedSeries } from '../loadtest/requestCounts';
import type { TestSeries, Values } from '../loadtest/testSeries';
import { withLive } from '../decisions/liveReplicas';
import type { LiveReplicas } from '../decisions/liveReplicas';
import { combined, lineLabel } from '../queries/combined';
import type { NamedQueries } from '../queries/combined';
import { modelQueries } from '../queries/modelQueries';
import { alignedRange } from '../queries/step';
import { triggerQuery } from '../queries/trigger';
import { finishedQuery } from '../queries/vllm';
import type { ServedModel } from '../resources/servedModel';
import type { QueryRange } from './prometheus';
import type { QueryError } from './queryError';
import { useMetricsScope } from './useMetricsScope';
import { useRangeGroups } from './useRangeGroups';
import type { RangeGroups } from './useRangeGroups';
import { useSame } from './useSame';

/** When a test began and ended, in seconds since 1970; undefined: it has not yet. */
export interface TestSpan {
  startedAt: number | undefined;
  endedAt: number | undefined;
}

/** What was measured around a test. */
export interface MeasuredTest {
  series?: TestSeries;
  finished?: readonly FinishedSeries[];
  error?: QueryError;
}

type Group = 'load' | 'finished';

/** Shown before the test, in seconds: what was there without it. */
const lead = 120;
/** After the test and the window of scaling down there is nothing more to see. */
const trail = 300;
/** 240 points, as many as a graph shows. */
const width = 720;

function linesOf(model: ServedModel): NamedQueries {
  const { waiting, specReplicas, availableReplicas } = modelQueries(model);
  const trigger = triggerQuery(model);
  return [
    ['waiting', waiting],
    ['wanted', specReplicas],
    ['ready', availableReplicas],
    ...(trigger === undefined ? [] : [['load', trigger] as const]),
  ];
}

function lineOf({ groups, times }: RangeGroups<Group>, line: string): Values {
  const found = groups.get('load')?.series.find(({ labels }) => labels[lineLabel] === line);
  return found?.values ?? times.map(() => null);
}

function seriesOf(data: RangeGroups<Group>, live: readonly LiveReplicas[]): TestSeries {
  const { times } = data;
  const load = lineOf(data, 'load');
  const waiting = lineOf(data, 'waiting');
  return {
    times,
    waiting,
    load: load.every((value) => value === null) ? waiting : load,
    wanted: withLive(times, lineOf(data, 'wanted'), live, 'replicas'),
    ready: withLive(times, lineOf(data, 'ready'), live, 'available'),
  };
}

function finishedOf({ groups }: RangeGroups<Group>): FinishedSeries[] {
  return (groups.get('finished')?.series ?? []).map(({ labels, values }) => ({
    reason: labels.finished_reason ?? '',
    values,
  }));
}

/** From a while before the test until it, and what follows it, is over. */
function rangeOf({ startedAt, endedAt }: TestSpan, windowSeconds: number, now: number): QueryRange {
  const last = (endedAt ?? Infinity) + windowSeconds + trail;
  const end = Math.min(now, last * 1000);
  const start = (startedAt ?? end / 1000) - lead;
  return alignedRange(end, Math.max(lead, end / 1000 - start), width);
}

/** Polls what is measured around a test; `live` is what the watches showed of the replicas since the page is open. */
export function useTestSeries(
  model: ServedModel,
  { startedAt, endedAt }: TestSpan,
  windowSeconds: number,
  live: readonly LiveReplicas[],
): MeasuredTest {
  const { scope } = useMetricsScope(model.namespace);
  const queries = useSame<readonly (readonly [Group, string])[]>([
    ['load', combined(linesOf(model))],
    ['finished', finishedQuery(model)],
  ]);
  const wanted = useMemo(
    () => ({ queries, rangeAt: (now: number) => rangeOf({ startedAt, endedAt }, windowSeconds, now) }),
    [queries, startedAt, endedAt, windowSeconds],
  );
  const { data, error } = useRangeGroups<Group>(
    wanted,
    startedAt === undefined ? undefined : scope,
    model.namespace,
  );
  return useMemo(
    () => ({
      ...(data === undefined ? {} : { series: seriesOf(data, live), finished: finishedOf(data) }),
      ...(error === undefined ? {} : { error }),
    }),
    [data, error, live],
  );
}
