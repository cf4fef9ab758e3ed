import { Suspense, useDeferredValue, useMemo, useState } from 'react';
import type { Decision } from '../../decisions/decision';
import type { Cursor } from '../../graphs/cursor';
import { CursorLayer } from '../../graphs/CursorLayer';
import { MarkStrip } from '../../graphs/MarkStrip';
import type { NamedMark } from '../../graphs/MarkStrip';
import type { TimeAxis } from '../../graphs/timeAxis';
import { TimeRuler } from '../../graphs/TimeRuler';
import { useT } from '../../i18n';
import { showsPeaks } from '../../queries/combined';
import type { LatencyMeasure } from '../../queries/latency';
import type { ServedModel } from '../../resources/servedModel';
import { decisionMarks } from './decisions/decisionMarks';
import { DecisionTable } from './decisions/DecisionTable';
import type { Lane } from './lanes/buildLanes';
import type { LaneDialog } from './lanes/LaneGraph';
import { LaneGraph } from './lanes/LaneGraph';
import { laneNotes } from './lanes/laneNotes';
import type { LaneName } from './lanes/laneNames';
import { QueryDialog, TableDialog } from './lazyViews';
import type { GraphRange } from './useGraphRange';
import type { ModelSeries } from './useModelSeries';

interface ScalingGraphsProps {
  model: ServedModel;
  series: ModelSeries;
  lanes: readonly Lane[];
  decisions: readonly Decision[];
  /** Starts and ends of load tests. */
  tests: readonly NamedMark[];
  cursor: Cursor;
  range: GraphRange;
  measure: LatencyMeasure;
  onMeasure: (measure: LatencyMeasure) => void;
  onHide: (name: LaneName) => void;
}

function useAxis({ series, decisions, tests, cursor, range }: ScalingGraphsProps): TimeAxis {
  const { zoom, goLive, span } = range;
  return useMemo(() => {
    const { start, end } = series.range;
    return {
      times: series.times,
      domain: { start, end },
      cursor,
      marks: [...decisions.map(({ at, cause }) => ({ key: `${String(at)} ${cause}`, at })), ...tests].filter(
        ({ at }) => at >= start && at <= end,
      ),
      onZoom: zoom,
      onLive: span === undefined ? undefined : goLive,
    };
  }, [series, decisions, tests, cursor, zoom, goLive, span]);
}

/** The lanes of a model on one time axis with one cursor, its decisions through all of them, and as a table. */
export function ScalingGraphs(props: ScalingGraphsProps) {
  const { model, lanes: newest, decisions, tests, range, measure, onMeasure, onHide } = props;
  const t = useT();
  const lanes = useDeferredValue(newest);
  const axis = useDeferredValue(useAxis(props));
  const [opened, setOpened] = useState<{ name: LaneName; dialog: LaneDialog }>();
  const openLane = lanes.find(({ name }) => name === opened?.name);
  const close = (): void => {
    setOpened(undefined);
  };
  const open = useMemo(
    () =>
      (name: LaneName, dialog: LaneDialog): void => {
        setOpened({ name, dialog });
      },
    [],
  );
  const { step } = props.series.range;
  const notes = useMemo(
    () => new Map(lanes.map(({ name }) => [name, laneNotes(name, model, step, t)] as const)),
    [lanes, model, step, t],
  );
  const marks = useMemo(() => {
    const { start, end } = axis.domain;
    const seen = tests.filter(({ at }) => at >= start && at <= end);
    return [...decisionMarks(decisions, axis, t), ...seen].toSorted((a, b) => a.at - b.at);
  }, [decisions, tests, axis, t]);
  return (
    <>
      <TimeRuler axis={axis} />
      <div className="llm-autoscaling__graphs">
        {lanes.map((lane) => (
          <LaneGraph
            key={lane.name}
            lane={lane}
            axis={axis}
            notes={notes.get(lane.name) ?? []}
            live={range.span === undefined && !showsPeaks(step)}
            measure={measure}
            onMeasure={onMeasure}
            onHide={onHide}
            onOpen={open}
          />
        ))}
        <MarkStrip title={t('Decisions')} axis={axis} marks={marks} />
        <CursorLayer axis={axis} />
      </div>
      <TimeRuler axis={axis} />
      <DecisionTable decisions={decisions} step={step} />
      <Suspense fallback={null}>
        {openLane !== undefined && opened?.dialog === 'table' && (
          <TableDialog lane={openLane} times={axis.times} onClose={close} />
        )}
        {openLane !== undefined && opened?.dialog === 'queries' && (
          <QueryDialog model={model} lane={openLane} onClose={close} />
        )}
      </Suspense>
    </>
  );
}
