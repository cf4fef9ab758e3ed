import { memo } from 'react';
import type { Bar, BarLook, BarRow } from './bars';
import { Grid } from './Grid';
import { plotPadding } from './plot';
import { placeOf } from './timeAxis';
import type { TimeAxis } from './timeAxis';

interface BarDrawingProps {
  axis: TimeAxis;
  rows: readonly BarRow[];
  width: number;
  height: number;
  /** Out of view nothing is drawn anew. */
  visible: boolean;
}

const rowHeight = 18;
const barHeight = 12;

/** Height of a drawing with so many rows, in pixels. */
export function barsHeight(rows: number): number {
  return plotPadding.top + Math.max(2, rows) * rowHeight + plotPadding.bottom;
}

/** Textures, so that no state is told by its colour alone. They are drawn once a page and named by all bars. */
function Textures() {
  const size = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  const turned = { ...size, patternTransform: 'rotate(45)' };
  return (
    <defs>
      <pattern id="llm-autoscaling-bar-waiting" {...size}>
        <rect className="llm-autoscaling__texture--waiting" width="6" height="6" />
      </pattern>
      <pattern id="llm-autoscaling-bar-starting" {...size}>
        <rect className="llm-autoscaling__texture--starting" width="6" height="6" />
        <circle className="llm-autoscaling__texture-mark" cx="3" cy="3" r="1" />
      </pattern>
      <pattern id="llm-autoscaling-bar-serving" {...size}>
        <rect className="llm-autoscaling__texture--serving" width="6" height="6" />
      </pattern>
      <pattern id="llm-autoscaling-bar-failing" {...turned}>
        <rect className="llm-autoscaling__texture--failing" width="6" height="6" />
        <path className="llm-autoscaling__texture-line" d="M0 0V6M0 0H6" />
      </pattern>
      <pattern id="llm-autoscaling-bar-ending" {...turned}>
        <path className="llm-autoscaling__texture-line--ending" d="M0 0V6" />
      </pattern>
    </defs>
  );
}

function partsOf(bar: Bar, y: number, axis: TimeAxis, plotWidth: number) {
  const { domain } = axis;
  return bar.parts.flatMap(({ from, to, look }) => {
    const left = placeOf(Math.max(from, domain.start), domain) * plotWidth;
    const right = placeOf(Math.min(to, domain.end), domain) * plotWidth;
    if (right < 0 || left > plotWidth || right < left) return [];
    return [<Part key={`${bar.key} ${String(from)}`} {...{ left, right, y, look }} />];
  });
}

function Part({ left, right, y, look }: { left: number; right: number; y: number; look: BarLook }) {
  return (
    <rect
      className={`llm-autoscaling__bar llm-autoscaling__bar--${look}`}
      x={plotPadding.left + left}
      y={y}
      width={Math.max(1, right - left)}
      height={barHeight}
      fill={`url(#llm-autoscaling-bar-${look})`}
    />
  );
}

function isSettled(before: BarDrawingProps, after: BarDrawingProps): boolean {
  if (!after.visible) return true;
  return (
    before.visible && before.axis === after.axis && before.rows === after.rows && before.width === after.width
  );
}

/** Bars over time, a row each, or several that follow each other. */
export const BarDrawing = memo(function BarDrawing({ axis, rows, width, height }: BarDrawingProps) {
  const plotWidth = width - plotPadding.left - plotPadding.right;
  // Where bars share a row, none has a name beside it.
  const named = rows.every(({ bars }) => bars.length === 1);
  return (
    <svg className="llm-autoscaling__canvas" width={width} height={height} aria-hidden>
      <Textures />
      <Grid axis={axis} width={width} height={height} />
      {rows.map(({ key, bars }, index) => {
        const y = plotPadding.top + index * rowHeight + (rowHeight - barHeight) / 2;
        const [only] = bars;
        return (
          <g key={key}>
            {named && only !== undefined && (
              <text
                className="llm-autoscaling__bar-label"
                x={plotPadding.left - 6}
                y={y + barHeight - 2}
                textAnchor="end"
              >
                {only.label}
              </text>
            )}
            {bars.map((bar) => partsOf(bar, y, axis, plotWidth))}
          </g>
        );
      })}
    </svg>
  );
}, isSettled);
