import { useEffect, useRef } from 'react';
import type { Bar, BarLook } from './bars';
import { lookAt } from './bars';
import type { Cursor } from './cursor';

interface BarLegendProps {
  looks: readonly (readonly [BarLook, string])[];
  bars: readonly Bar[];
  cursor: Cursor;
  /** Seconds since 1970 that count while there is no cursor. */
  end: number;
}

/** How many of the bars look how under the cursor, or at the end. */
export function BarLegend({ looks, bars, cursor, end }: BarLegendProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const texts = [...(list.current?.querySelectorAll('[data-value]') ?? [])].map((place) => {
      const text = document.createTextNode('');
      place.replaceChildren(text);
      return text;
    });
    function show(): void {
      const time = cursor.time() ?? end;
      const seen = bars.map((bar) => lookAt(bar, time));
      texts.forEach((text, index) => {
        const look = looks[index]?.[0];
        const count = String(seen.filter((each) => each === look).length);
        if (text.data !== count) text.data = count;
      });
    }
    show();
    return cursor.subscribe(show);
  }, [bars, cursor, end, looks]);
  return (
    <ul ref={list} className="llm-autoscaling__legend">
      {looks.map(([look, label]) => (
        <li key={look} className="llm-autoscaling__legend-item">
          <svg className="llm-autoscaling__bar-swatch" width="16" height="10" aria-hidden>
            <rect
              className={`llm-autoscaling__bar llm-autoscaling__bar--${look}`}
              x="0.5"
              y="0.5"
              width="15"
              height="9"
              fill={`url(#llm-autoscaling-bar-${look})`}
            />
          </svg>
          <span className="llm-autoscaling__legend-name">{label}</span>{' '}
          <span data-value className="llm-autoscaling__legend-value" />
        </li>
      ))}
    </ul>
  );
}
