import { memo, useMemo } from 'react';
import { BarGraph } from '../../../graphs/BarGraph';
import type { TimeAxis } from '../../../graphs/timeAxis';
import { TimeGraph } from '../../../graphs/TimeGraph';
import { useT } from '../../../i18n';
import type { LatencyMeasure } from '../../../queries/latency';
import { barWords } from './barWords';
import type { Lane } from './buildLanes';
import { laneFormats } from './laneFormats';
import { LaneMenu } from './LaneMenu';
import type { LaneName } from './laneNames';
import { barsSummary, linesSummary } from './laneSummary';
import { MeasureChoice } from './MeasureChoice';

/** What a lane opens. */
export type LaneDialog = 'table' | 'queries';

interface LaneGraphProps {
  lane: Lane;
  axis: TimeAxis;
  notes: readonly string[];
  /** The axis ends now. */
  live: boolean;
  measure: LatencyMeasure;
  onMeasure: (measure: LatencyMeasure) => void;
  onHide: (name: LaneName) => void;
  onOpen: (name: LaneName, dialog: LaneDialog) => void;
}

const heights: Partial<Readonly<Record<LaneName, number>>> = {
  requests: 140,
  replicas: 140,
  gpus: 96,
  kv: 84,
  tokens: 96,
};

/** One graph of a model with its menu. */
export const LaneGraph = memo(function LaneGraph(props: LaneGraphProps) {
  const { lane, axis, notes, live, measure, onMeasure, onHide, onOpen } = props;
  const t = useT();
  const { name, title, error } = lane;
  const looks = useMemo(() => (lane.name === 'pods' ? barWords(lane.bars, t) : []), [lane, t]);
  const actions = (
    <LaneMenu
      lane={lane}
      onHide={onHide}
      onTable={() => {
        onOpen(name, 'table');
      }}
      onQueries={() => {
        onOpen(name, 'queries');
      }}
    />
  );
  const below = (
    <>
      {name === 'latency' && <MeasureChoice measure={measure} onChoose={onMeasure} />}
      {notes.map((note) => (
        <p key={note} className="llm-autoscaling__note">
          {note}
        </p>
      ))}
      {error !== undefined && (
        <p className="llm-autoscaling__note llm-autoscaling__note--problem">
          {t('Not updated: {{message}}', { message: error.message })}
        </p>
      )}
    </>
  );
  if (lane.name === 'pods') {
    return (
      <BarGraph
        title={title}
        summary={barsSummary(lane.bars, axis.domain.end, live, t)}
        axis={axis}
        bars={lane.bars}
        looks={looks}
        actions={actions}
      >
        {below}
      </BarGraph>
    );
  }
  const { scale, format, axisFormat } = laneFormats[lane.name];
  return (
    <TimeGraph
      title={title}
      summary={linesSummary(lane.lines, format, live, t)}
      axis={axis}
      lines={lane.lines}
      scale={scale}
      format={format}
      axisFormat={axisFormat}
      actions={actions}
      {...(heights[name] === undefined ? {} : { height: heights[name] })}
    >
      {below}
    </TimeGraph>
  );
});
