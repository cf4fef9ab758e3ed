import { plotPadding } from './plot';
import { placeOf } from './timeAxis';
import type { TimeAxis } from './timeAxis';
import { ticksOf } from './timeTicks';

interface GridProps {
  axis: TimeAxis;
  width: number;
  height: number;
  /** Values with their places in pixels; empty: only times. */
  values?: readonly (readonly [value: string, y: number])[];
}

const noValues: NonNullable<GridProps['values']> = [];

/** The lines behind a plot: times of the ruler, and values with their numbers. (Axes of the drawing library weigh more than its lines.) */
export function Grid({ axis, width, height, values = noValues }: GridProps) {
  const { left, right, top, bottom } = plotPadding;
  const plotWidth = width - left - right;
  return (
    <g>
      {ticksOf(axis.domain, width).map((tick) => {
        const x = left + placeOf(tick, axis.domain) * plotWidth;
        return (
          <line
            key={tick}
            className="llm-autoscaling__time-line"
            x1={x}
            x2={x}
            y1={top}
            y2={height - bottom}
          />
        );
      })}
      {values.map(([value, y]) => (
        <g key={y}>
          <line className="llm-autoscaling__value-line" x1={left - 4} x2={width - right} y1={y} y2={y} />
          <text className="llm-autoscaling__value" x={left - 8} y={y} dy="0.35em" textAnchor="end">
            {value}
          </text>
        </g>
      ))}
    </g>
  );
}
