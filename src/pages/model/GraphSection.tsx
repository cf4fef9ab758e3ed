import { Suspense, useMemo, useState } from 'react';
import { MetricsProblem } from '../../components/MetricsProblem';
import { useLoadTests } from '../../data/useLoadTests';
import { useModelPods } from '../../data/useModelPods';
import { useRescales } from '../../data/useRescales';
import { useNow } from '../../data/useNow';
import type { Refresh } from '../../data/useRefresh';
import type { LiveReplicas } from '../../decisions/liveReplicas';
import { createCursor } from '../../graphs/cursor';
import { useT } from '../../i18n';
import type { ServedModel } from '../../resources/servedModel';
import { modelDecisions } from './decisions/decisionInputs';
import { GraphSkeleton } from './GraphSkeleton';
import { buildLanes } from './lanes/buildLanes';
import { useHiddenLanes } from './lanes/useHiddenLanes';
import { ScalingGraphs } from './lazyViews';
import { testMarks } from './loadtest/testMarks';
import { GraphToolbar } from './toolbar/GraphToolbar';
import { unmeasured } from './unmeasured';
import { useGraphRange } from './useGraphRange';
import type { GraphRange } from './useGraphRange';
import { useHeld, useIsReading } from './useHeld';
import { useLatencyMeasure } from './useLatencyMeasure';
import { lanesOf, useModelSeries } from './useModelSeries';
import type { ModelSeries } from './useModelSeries';

interface GraphSectionProps {
  model: ServedModel;
  /** What the watches have shown of the replicas since the page is open. */
  live: readonly LiveReplicas[];
  refresh: Refresh;
}

/** Whether the series are of the range that is chosen: until they are, nothing is held back. */
function isOf({ range }: ModelSeries, { rangeAt }: GraphRange): boolean {
  const { start, end, step } = rangeAt(range.end * 1000);
  return range.start === start && range.end === end && range.step === step;
}

/** Older numbers are stale, in milliseconds. */
const staleAfter = 120_000;

/** The graphs with their toolbar, or why there are none. After an error the last ones stay, dimmed. */
export function GraphSection({ model, live, refresh }: GraphSectionProps) {
  const t = useT();
  const now = useNow();
  const range = useGraphRange();
  const hiddenLanes = useHiddenLanes();
  const [measure, chooseMeasure] = useLatencyMeasure();
  const { state, queries } = useModelSeries(model, range, hiddenLanes.hidden, measure);
  const { data: pods } = useModelPods(model.namespace, model.name);
  const rescales = useRescales(model);
  const { tests } = useLoadTests(model.namespace, model.name);
  const marks = useMemo(() => testMarks(tests, t), [tests, t]);
  const [cursor] = useState(createCursor);
  const reading = useIsReading(cursor);
  const { hidden } = hiddenLanes;
  const { data, error, fetchedAt } = state;
  const { start, end, step } = range.rangeAt(now);
  const series = useMemo(
    () => data ?? (error && unmeasured({ start, end, step }, queries, error)),
    [data, error, queries, start, end, step],
  );
  const newest = useMemo(
    () =>
      series && {
        series,
        lanes: buildLanes({ model, series, queries, live, pods, hidden }, t),
        decisions: modelDecisions(model, series, live, rescales),
      },
    [model, series, queries, live, pods, rescales, hidden, t],
  );
  const shown = useHeld(newest, reading && series !== undefined && isOf(series, range));
  const age = fetchedAt === undefined ? undefined : now - fetchedAt;
  const stale = error !== undefined && age !== undefined && age > staleAfter;
  return (
    <>
      <GraphToolbar
        range={range}
        refresh={refresh}
        lanes={lanesOf(model)}
        hiddenLanes={hiddenLanes}
        fetchedAt={fetchedAt}
        reading={reading}
      />
      {error !== undefined && <MetricsProblem code={error.code} message={error.message} age={age} />}
      {shown !== undefined && (
        <Suspense fallback={<GraphSkeleton />}>
          <div className={stale ? 'llm-autoscaling__graphs-stale' : undefined}>
            <ScalingGraphs
              model={model}
              {...shown}
              tests={marks}
              cursor={cursor}
              range={range}
              measure={measure}
              onMeasure={chooseMeasure}
              onHide={hiddenLanes.toggle}
            />
          </div>
        </Suspense>
      )}
      {shown === undefined && <GraphSkeleton />}
    </>
  );
}
