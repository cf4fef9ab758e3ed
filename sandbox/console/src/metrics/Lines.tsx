import type { AskedSeries } from './ask';

const width = 800;
const height = 160;
const colors = ['blue', 'green', 'teal', 'purple', 'orange'];

/** The points as an SVG path; a gap where a value is missing or is no number. */
function pathOf(
  points: AskedSeries['points'],
  scaleX: (x: number) => number,
  scaleY: (y: number) => number,
): string {
  let isDrawing = false;
  const parts = points.map(([time, value]) => {
    if (!Number.isFinite(value)) {
      isDrawing = false;
      return '';
    }
    const command = isDrawing ? 'L' : 'M';
    isDrawing = true;
    return `${command}${scaleX(time).toFixed(1)} ${scaleY(value).toFixed(1)}`;
  });
  return parts.join('');
}

/** The series as plain lines, without axes: the table beside them has the numbers. */
export function Lines({ series, label }: { series: readonly AskedSeries[]; label: string }) {
  const points = series.flatMap((one) => one.points).filter(([, value]) => Number.isFinite(value));
  if (points.length === 0) return null;
  const times = points.map(([time]) => time);
  const values = points.map(([, value]) => value);
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(0, ...values), Math.max(1, ...values)];
  const scaleX = (time: number): number => (end === start ? 0 : ((time - start) / (end - start)) * width);
  const scaleY = (value: number): number => height - ((value - low) / (high - low)) * height;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      className="sandbox__lines"
    >
      {series.map((one, index) => (
        <path
          key={JSON.stringify(one.labels)}
          d={pathOf(one.points, scaleX, scaleY)}
          fill="none"
          stroke={`var(--pf-t--global--color--nonstatus--${colors[index % colors.length] ?? 'blue'}--default)`}
          strokeWidth={2}
        />
      ))}
    </svg>
  );
}
