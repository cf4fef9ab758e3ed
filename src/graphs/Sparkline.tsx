import { memo } from 'react';
import './sparkline.css';
import { sparklinePaths } from './sparklinePath';

interface SparklineProps {
  /** One step apart; null is a gap. Keeps its identity while nothing new came. */
  values: readonly (number | null)[];
  /** Drawn as a hairline. */
  threshold?: number | undefined;
  /** What it shows, in a sentence. */
  label: string;
}

const box = { width: 96, height: 28 };
const viewBox = `0 0 ${String(box.width)} ${String(box.height)}`;

/** A small line of the last while, without axes: for the cells of a table. */
export const Sparkline = memo(function Sparkline({ values, threshold, label }: SparklineProps) {
  const paths = sparklinePaths(values, threshold, box);
  return (
    <svg
      className="llm-autoscaling__sparkline"
      viewBox={viewBox}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className="llm-autoscaling__sparkline-area" d={paths.area} />
      {paths.threshold !== undefined && (
        <line
          className="llm-autoscaling__sparkline-threshold"
          x1={0}
          x2={box.width}
          y1={paths.threshold}
          y2={paths.threshold}
        />
      )}
      <path className="llm-autoscaling__sparkline-line" d={paths.line} />
    </svg>
  );
});
