import { useEffect, useRef } from 'react';
import './graphs.css';
import { plotPadding } from './plot';
import type { TimeAxis } from './timeAxis';
import { placeOf } from './timeAxis';
import { momentLabel } from './timeTicks';
import { useWidth } from './useWidth';

/** Beyond this place the time stands left of its line. */
const late = 0.85;

/** Draws the cursor with its time, the selection and the marks once through all graphs; nothing renders while they move. */
export function CursorLayer({ axis }: { axis: TimeAxis }) {
  const [width, attach] = useWidth();
  const line = useRef<HTMLDivElement>(null);
  const moment = useRef<HTMLSpanElement>(null);
  const selected = useRef<HTMLDivElement>(null);
  const plotWidth = Math.max(0, width - plotPadding.left - plotPadding.right);
  const { cursor, domain, marks } = axis;
  useEffect(() => {
    // A text node that is changed costs less than one that is replaced.
    const text = document.createTextNode('');
    moment.current?.replaceChildren(text);
    function showTime(time: number | undefined): void {
      const inside = time !== undefined && time >= domain.start && time <= domain.end;
      line.current?.toggleAttribute('hidden', !inside);
      if (!inside) return;
      const place = placeOf(time, domain);
      line.current?.style.setProperty('transform', `translateX(${(place * plotWidth).toFixed(1)}px)`);
      line.current?.toggleAttribute('data-late', place > late);
      const label = momentLabel(time, domain);
      if (text.data !== label) text.data = label;
    }
    function show(): void {
      showTime(cursor.time());
      const selection = cursor.selection();
      selected.current?.toggleAttribute('hidden', selection === undefined);
      if (selection === undefined) return;
      const left = placeOf(selection.start, domain) * plotWidth;
      const right = placeOf(selection.end, domain) * plotWidth;
      selected.current?.style.setProperty('left', `${left.toFixed(1)}px`);
      selected.current?.style.setProperty('width', `${(right - left).toFixed(1)}px`);
    }
    show();
    return cursor.subscribe(show);
  }, [cursor, domain, plotWidth]);
  return (
    <div className="llm-autoscaling__cursor-layer" aria-hidden>
      <div ref={attach} className="llm-autoscaling__cursor-column">
        <div className="llm-autoscaling__cursor-plot" style={{ left: plotPadding.left, width: plotWidth }}>
          {marks.map(({ key, at }) => (
            <div
              key={key}
              data-testid="mark"
              className="llm-autoscaling__mark-line"
              style={{ left: `${(placeOf(at, domain) * 100).toFixed(2)}%` }}
            />
          ))}
          <div ref={selected} hidden data-testid="selection" className="llm-autoscaling__selection" />
          <div ref={line} hidden data-testid="cursor" className="llm-autoscaling__cursor">
            <span ref={moment} data-testid="moment" className="llm-autoscaling__cursor-time" />
          </div>
        </div>
      </div>
    </div>
  );
}
