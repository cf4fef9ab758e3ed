import { ChartArea, ChartLine } from '@patternfly/react-charts/victory';
import { memo, useId } from 'react';
import { Grid } from './Grid';
import { newestValue, plotPadding, pointsOf, valueTop } from './plot';
import type { GraphLine, Scale } from './plot';
import { placeOf } from './timeAxis';
import type { TimeAxis } from './timeAxis';

interface TimeDrawingProps {
  axis: TimeAxis;
  lines: readonly GraphLine[];
  scale: Scale;
  /** Writes a value beside the value axis. */
  format: (value: number) => string;
  width: number;
  height: number;
  /** Out of view nothing is drawn anew. */
  visible: boolean;
}

const opacities: Partial<Record<GraphLine['kind'], number>> = { band: 0.12, hatched: 1 };

/** Where each part of a drawing stands; without a Chart around them, which weighs more than all of them. */
interface Frame {
  standalone: boolean;
  width: number;
  height: number;
  padding: typeof plotPadding;
  domain: { x: [number, number]; y: [number, number] };
}

function drawLine(line: GraphLine, times: readonly number[], hatch: string, frame: Frame) {
  const shared = { ...frame, data: pointsOf(line, times), x: 'x', y: 'y', y0: 'y0' };
  const { kind, color, key } = line;
  if (kind === 'area' || kind === 'steps' || kind === 'band' || kind === 'hatched') {
    const style = {
      data: {
        fill: kind === 'hatched' ? `url(#${hatch})` : color,
        fillOpacity: opacities[kind] ?? 0.55,
        // Without a stroke: a stacked area of height 0 would else draw a line.
        stroke: line.base === undefined ? color : 'none',
        strokeWidth: 1,
      },
    };
    return (
      <ChartArea
        key={key}
        {...shared}
        interpolation={kind === 'area' ? 'linear' : 'stepAfter'}
        style={style}
      />
    );
  }
  const dash = kind === 'dashed' ? { strokeDasharray: '6,4' } : {};
  const style = { data: { stroke: color, strokeWidth: kind === 'level' ? 1 : 2, ...dash } };
  return (
    <ChartLine key={key} {...shared} interpolation={kind === 'line' ? 'linear' : 'stepAfter'} style={style} />
  );
}

interface LineLabelProps {
  line: GraphLine;
  axis: TimeAxis;
  width: number;
  yOf: (value: number) => number;
  format: (value: number) => string;
}

/** Room for a label, in pixels. */
const labelRoom = 96;

/** The name of a line and its newest value where the line begins, or at the right edge where that is too near. */
function LineLabel({ line, axis, width, yOf, format }: LineLabelProps) {
  const value = newestValue(line);
  if (line.labelled !== true || value === undefined) return null;
  const { times, domain } = axis;
  const first = line.values.findIndex((each) => each !== null);
  const plotWidth = width - plotPadding.left - plotPadding.right;
  const start = placeOf(times[first] ?? domain.start, domain) * plotWidth;
  const late = start > plotWidth - labelRoom;
  return (
    <text
      className="llm-autoscaling__line-label"
      x={plotPadding.left + (late ? plotWidth - 4 : start + 4)}
      y={yOf(value) - 4}
      textAnchor={late ? 'end' : 'start'}
    >
      {`${line.label} ${format(value)}`}
    </text>
  );
}

/** Out of view it stays as it was; in view it is drawn when something changed. */
function isSettled(before: TimeDrawingProps, after: TimeDrawingProps): boolean {
  if (!after.visible) return true;
  return (
    before.visible &&
    before.axis === after.axis &&
    before.lines === after.lines &&
    before.width === after.width &&
    before.height === after.height &&
    before.format === after.format
  );
}

/** The lines of a graph with a grid of times and values. Gaps stay gaps. */
export const TimeDrawing = memo(function TimeDrawing(props: TimeDrawingProps) {
  const { axis, lines, scale, format, width, height, visible } = props;
  const hatch = `hatch-${useId().replaceAll(/\W/g, '')}`;
  if (!visible) return null;
  const { domain, times } = axis;
  const top = valueTop(lines, scale);
  const drawn = lines.filter(({ offScale }) => offScale !== true);
  const hatched = drawn.find(({ kind }) => kind === 'hatched');
  const bottom = height - plotPadding.bottom;
  const frame = {
    standalone: false,
    width,
    height,
    padding: plotPadding,
    domain: { x: [domain.start, domain.end], y: [0, top] } satisfies Frame['domain'],
  };
  const yOf = (value: number): number => bottom - (value / top) * (bottom - plotPadding.top);
  return (
    <svg className="llm-autoscaling__canvas" width={width} height={height} aria-hidden>
      {hatched !== undefined && (
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line y2="6" stroke={hatched.color} strokeWidth="5" />
          </pattern>
        </defs>
      )}
      <Grid
        axis={axis}
        width={width}
        height={height}
        values={[0, top / 2, top].map((value) => [format(value), yOf(value)] as const)}
      />
      {drawn.map((line) => drawLine(line, times, hatch, frame))}
      {drawn.map((line) => (
        <LineLabel key={line.key} {...{ line, axis, width, yOf, format }} />
      ))}
    </svg>
  );
}, isSettled);
