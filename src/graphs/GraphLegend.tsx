import { useEffect, useRef } from 'react';
import type { Cursor } from './cursor';
import { indexAt } from './plot';
import type { GraphLine } from './plot';

interface GraphLegendProps {
  lines: readonly GraphLine[];
  times: readonly number[];
  cursor: Cursor;
  format: (value: number) => string;
  /** Said where nothing was measured. */
  nothing: string;
}

/** Names of the lines, each with its value under the cursor, or its newest one. */
export function GraphLegend({ lines, times, cursor, format, nothing }: GraphLegendProps) {
  const list = useRef<HTMLUListElement>(null);
  const named = lines.filter(({ quiet }) => quiet !== true);
  useEffect(() => {
    const read = lines.filter(({ quiet }) => quiet !== true);
    // A text node that is changed costs less than one that is replaced.
    const texts = [...(list.current?.querySelectorAll('[data-value]') ?? [])].map((place) => {
      const text = document.createTextNode('');
      place.replaceChildren(text);
      return text;
    });
    let shown: number | undefined | null = null;
    function show(): void {
      const time = cursor.time();
      const index = time === undefined ? times.length - 1 : indexAt(times, time);
      if (index === shown) return;
      shown = index;
      texts.forEach((text, line) => {
        const value = index === undefined ? null : (read[line]?.values[index] ?? null);
        const words = value === null ? nothing : format(value);
        if (text.data !== words) text.data = words;
      });
    }
    show();
    return cursor.subscribe(show);
  }, [cursor, lines, times, format, nothing]);
  return (
    <ul ref={list} className="llm-autoscaling__legend">
      {named.map((line) => (
        <li key={line.key} className="llm-autoscaling__legend-item">
          <span
            className={`llm-autoscaling__swatch llm-autoscaling__swatch--${line.kind}`}
            style={{ color: line.color }}
          />
          <span className="llm-autoscaling__legend-name">{line.label}</span>{' '}
          <span data-value className="llm-autoscaling__legend-value" />
        </li>
      ))}
    </ul>
  );
}
