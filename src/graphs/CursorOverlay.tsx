import { useEffect, useRef } from 'react';
import { useT } from '../i18n';
import { plotPadding } from './plot';
import type { TimeAxis } from './timeAxis';
import { momentLabel } from './timeTicks';
import { useCursorKeys } from './useCursorKeys';
import { useCursorPointer } from './useCursorPointer';

interface CursorOverlayProps {
  axis: TimeAxis;
  /** Name of the graph below. */
  title: string;
  /** Width of the plot without its padding, in pixels. */
  plotWidth: number;
  /** The values of the graph at a time, in words. */
  describe: (time: number) => string;
}

/**
 * Takes pointer and keys over a plot and moves the shared cursor; nothing renders meanwhile. For a screen reader it is
 * a slider over time whose text says the values.
 */
export function CursorOverlay({ axis, title, plotWidth, describe }: CursorOverlayProps) {
  const t = useT();
  const slider = useRef<HTMLDivElement>(null);
  const { cursor, domain } = axis;
  useEffect(() => {
    function show(): void {
      const time = cursor.time();
      // Only what has the focus is read out.
      if (time === undefined || slider.current === null || document.activeElement !== slider.current) return;
      slider.current.setAttribute('aria-valuenow', String(Math.round(time)));
      slider.current.setAttribute('aria-valuetext', `${momentLabel(time, domain)}. ${describe(time)}`);
    }
    show();
    return cursor.subscribe(show);
  }, [cursor, domain, describe]);
  const pointer = useCursorPointer(axis, plotWidth);
  const keys = useCursorKeys(axis);
  return (
    <div
      ref={slider}
      className="llm-autoscaling__overlay"
      style={{ left: plotPadding.left, width: plotWidth }}
      role="slider"
      tabIndex={0}
      aria-label={t('{{title}}: time', { title })}
      aria-valuemin={domain.start}
      aria-valuemax={domain.end}
      aria-valuenow={domain.end}
      aria-valuetext={`${momentLabel(domain.end, domain)}. ${describe(domain.end)}`}
      {...pointer}
      {...keys}
    />
  );
}
