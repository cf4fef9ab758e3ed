import { Chart, ChartArea, ChartAxis, ChartLine, ChartThreshold } from '@patternfly/react-charts/victory';
import { memo, useMemo } from 'react';
import { CursorOverlay } from './CursorOverlay';
import type { Cursor } from './cursor';
import { GraphLegend } from './GraphLegend';
import './graphs.css';
import { plotPadding, pointsOf, valueTop } from './plot';
import type { GraphLevel, GraphLine, TimeDomain } from './plot';
import { localOffset, tickLabel, timeTicks } from './timeTicks';
import { useWidth } from './useWidth';

interface TimeGraphProps {
  title: string;
  /** One sentence that says what the graph shows, for those who do not see it. */
  summary: string;
  /** Seconds since 1970, evenly spaced; the same array for all graphs of a page. */
  times: readonly number[];
  domain: TimeDomain;
  lines: readonly GraphLine[];
  levels?: readonly GraphLevel[];
  cursor: Cursor;
  format: (value: number) => string;
  nothing: string;
}

const height = 150;
const pixelsPerTick = 90;
/** A label that reached over the right edge would be cut. */
const halfLabel = 20;
const tickLabels = { fontSize: 12 };
const gridStyle = { grid: { stroke: 'none' }, tickLabels };
const valueGridStyle = {
  grid: {
    stroke: 'var(--pf-t--global--border--color--default)',
    strokeDasharray: 'none',
    strokeOpacity: 0.5,
  },
  axis: { stroke: 'none' },
  tickLabels,
};
const noLevels: readonly GraphLevel[] = [];

function drawLine(line: GraphLine, times: readonly number[]) {
  const data = pointsOf(line, times);
  const shared = { data, x: 'x', y: 'y', y0: 'y0' };
  if (line.kind === 'area' || line.kind === 'steps') {
    // Without a stroke: a stacked area of height 0 would else draw a line.
    const stroke = line.base === undefined ? line.color : 'none';
    const style = { data: { fill: line.color, fillOpacity: 0.55, stroke, strokeWidth: 1 } };
    return (
      <ChartArea
        key={line.key}
        {...shared}
        interpolation={line.kind === 'area' ? 'linear' : 'stepAfter'}
        style={style}
      />
    );
  }
  const dash = line.kind === 'dashed' ? { strokeDasharray: '6,4' } : {};
  const interpolation = line.kind === 'line' ? 'linear' : 'stepAfter';
  const style = { data: { stroke: line.color, strokeWidth: 2, ...dash } };
  return <ChartLine key={line.key} {...shared} interpolation={interpolation} style={style} />;
}

/** Lines over time with a legend that reads out the shared cursor. Gaps stay gaps. Draws nothing until its width is known. */
export const TimeGraph = memo(function TimeGraph(props: TimeGraphProps) {
  const { title, summary, times, domain, lines, levels = noLevels, cursor, format, nothing } = props;
  const [width, attach] = useWidth();
  const plotWidth = Math.max(0, width - plotPadding.left - plotPadding.right);
  const top = valueTop(lines, Math.max(0, ...levels.map((level) => level.value)));
  const drawing = useMemo(() => {
    const inside = domain.end - (halfLabel / plotWidth) * (domain.end - domain.start);
    const ticks = timeTicks(
      domain,
      Math.max(2, Math.floor(plotWidth / pixelsPerTick)),
      localOffset(domain.start),
    ).filter((tick) => tick <= inside);
    return (
      <Chart
        standalone={false}
        width={width}
        height={height}
        padding={plotPadding}
        domain={{ x: [domain.start, domain.end], y: [0, top] }}
      >
        <ChartAxis
          tickValues={ticks}
          tickFormat={(time: number) => tickLabel(time, domain)}
          style={gridStyle}
          fixLabelOverlap
        />
        <ChartAxis
          dependentAxis
          showGrid
          tickValues={[0, top / 2, top]}
          tickFormat={format}
          style={valueGridStyle}
        />
        {lines.map((line) => drawLine(line, times))}
        {levels.map(({ key, value, color }) => (
          <ChartThreshold
            key={key}
            data={[
              { x: domain.start, y: value },
              { x: domain.end, y: value },
            ]}
            style={{ data: { stroke: color, strokeWidth: 1 } }}
          />
        ))}
      </Chart>
    );
  }, [domain, format, levels, lines, plotWidth, times, top, width]);
  return (
    <figure className="llm-autoscaling__graph">
      <figcaption className="llm-autoscaling__graph-title">
        {title}
        <GraphLegend
          lines={lines}
          levels={levels}
          times={times}
          cursor={cursor}
          format={format}
          nothing={nothing}
        />
      </figcaption>
      <div ref={attach} className="llm-autoscaling__plot" role="img" aria-label={`${title}. ${summary}`}>
        {plotWidth > 0 && (
          <>
            <svg width={width} height={height} aria-hidden>
              {drawing}
            </svg>
            <CursorOverlay cursor={cursor} domain={domain} plotWidth={plotWidth} />
          </>
        )}
      </div>
    </figure>
  );
});
