import type { PointerEvent } from 'react';
import { useEffect, useRef } from 'react';
import type { Cursor } from './cursor';
import { plotPadding } from './plot';
import type { TimeDomain } from './plot';
import { momentLabel } from './timeTicks';

interface CursorOverlayProps {
  cursor: Cursor;
  domain: TimeDomain;
  /** Width of the plot without its padding, in pixels. */
  plotWidth: number;
}

/** Takes the pointer over a plot and draws the shared cursor; nothing renders while it moves. */
export function CursorOverlay({ cursor, domain, plotWidth }: CursorOverlayProps) {
  const line = useRef<HTMLDivElement>(null);
  const moment = useRef<HTMLSpanElement>(null);
  const span = domain.end - domain.start;
  useEffect(() => {
    function show(): void {
      const time = cursor.time();
      const inside = time !== undefined && time >= domain.start && time <= domain.end;
      line.current?.toggleAttribute('hidden', !inside);
      if (!inside) return;
      const x = ((time - domain.start) / span) * plotWidth;
      line.current?.style.setProperty('transform', `translateX(${x.toFixed(1)}px)`);
      moment.current?.replaceChildren(momentLabel(time));
    }
    show();
    return cursor.subscribe(show);
  }, [cursor, domain, span, plotWidth]);
  function follow(event: PointerEvent<HTMLDivElement>): void {
    const { left } = event.currentTarget.getBoundingClientRect();
    cursor.move(domain.start + ((event.clientX - left) / plotWidth) * span);
  }
  return (
    <div
      className="llm-autoscaling__overlay"
      style={{
        left: plotPadding.left,
        top: plotPadding.top,
        width: plotWidth,
        bottom: plotPadding.bottom,
      }}
      onPointerMove={follow}
      onPointerLeave={() => {
        cursor.move(undefined);
      }}
    >
      <div ref={line} hidden className="llm-autoscaling__cursor">
        <span ref={moment} className="llm-autoscaling__cursor-time" />
      </div>
    </div>
  );
}
