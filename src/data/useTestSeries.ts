import { useMemo } from 'react';
import type { FinishedSeries } from '../loadtest/requestCounts';
import type { TestSeries } from '../loadtest/testSeries';
import { withLive } from '../decisions/liveReplicas';
import type { LiveReplicas } from '../decisions/liveReplicas';
import { combined } from '../queries/combined';
import type { NamedQueries } from '../queries/combined';
import { modelQueries } from '../queries/modelQueries';
import { alignedRange } from '../queries/step';
import { finishedQuery } from '../queries/engines';
import type { ServedModel } from '../resources/servedModel';
import { triggerValues } from '../status/triggerValues';
import type { QueryRange } from './prometheus';
import type { QueryError } from './queryError';
import { useMetricsScope } from './useMetricsScope';
import { ownTriggerGroup } from './triggerDoor';
import { lineValues } from './lineValues';
import { useRangeGroups } from './useRangeGroups';
import type { GroupQuery, RangeGroups } from './useRangeGroups';
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
  /** The load of the series is what the trigger reads. False: that was not measured, and what waits stands for it. */
  readsTrigger?: boolean;
  error?: QueryError;
}

type Group = 'load' | 'trigger' | 'finished';

/** Shown before the test, in seconds: what was there without it. */
const lead = 120;
/** After the test and the window of scaling down there is nothing more to see. */
const trail = 300;
/** 240 points, as many as a graph shows. */
const width = 720;

function linesOf(model: ServedModel): NamedQueries {
  const { waiting, running, specReplicas, availableReplicas } = modelQueries(model);
  return [
    ['waiting', waiting],
    ['running', running],
    ['wanted', specReplicas],
    ['ready', availableReplicas],
  ];
}

function queriesOf(model: ServedModel): readonly GroupQuery<Group>[] {
  return [['load', combined(linesOf(model))], ['finished', finishedQuery(model)], ...ownTriggerGroup(model)];
}

/** The series of a test; what waits stands for the load where nobody knows what the trigger read. */
export function seriesOf(
  model: ServedModel,
  data: RangeGroups<Group>,
  live: readonly LiveReplicas[],
): { series: TestSeries; readsTrigger: boolean } {
  const { times } = data;
  const waiting = lineValues(data, 'load', 'waiting');
  const trigger = lineValues(data, 'trigger', 'trigger');
  const load = triggerValues(model, { waiting, running: lineValues(data, 'load', 'running'), trigger });
  const readsTrigger = load?.some((value) => value !== null) ?? false;
  return {
    readsTrigger,
    series: {
      times,
      waiting,
      load: readsTrigger && load !== undefined ? load : waiting,
      wanted: withLive(times, lineValues(data, 'load', 'wanted'), live, 'replicas'),
      ready: withLive(times, lineValues(data, 'load', 'ready'), live, 'available'),
    },
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
  const queries = useSame(queriesOf(model));
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
      ...(data === undefined ? {} : { ...seriesOf(model, data, live), finished: finishedOf(data) }),
      ...(error === undefined ? {} : { error }),
    }),
    [model, data, error, live],
  );
}
