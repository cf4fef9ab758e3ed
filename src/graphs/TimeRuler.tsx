import { plotPadding } from './plot';
import { placeOf } from './timeAxis';
import type { TimeAxis } from './timeAxis';
import { tickLabel, ticksOf } from './timeTicks';
import { useWidth } from './useWidth';

/** A label that reached over the edge would be cut, in pixels. */
const halfLabel = 24;

/** The times of the axis, in line with the plots. */
export function TimeRuler({ axis }: { axis: TimeAxis }) {
  const [width, attach] = useWidth();
  const plotWidth = width - plotPadding.left - plotPadding.right;
  const ticks = plotWidth > 0 ? ticksOf(axis.domain, width) : [];
  return (
    <div className="llm-autoscaling__ruler" aria-hidden>
      <div ref={attach} className="llm-autoscaling__ruler-times">
        {ticks.map((tick) => {
          const x = placeOf(tick, axis.domain) * plotWidth;
          return x < halfLabel / 2 || x > plotWidth - halfLabel / 2 ? null : (
            <span key={tick} className="llm-autoscaling__ruler-time" style={{ left: plotPadding.left + x }}>
              {tickLabel(tick, axis.domain)}
            </span>
          );
        })}
      </div>
    </div>
  );
}
