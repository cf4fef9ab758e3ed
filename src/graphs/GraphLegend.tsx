import { useEffect, useRef } from 'react';
import type { Cursor } from './cursor';
import { indexAt } from './plot';
import type { GraphLevel, GraphLine } from './plot';

interface GraphLegendProps {
  lines: readonly GraphLine[];
  levels: readonly GraphLevel[];
  times: readonly number[];
  cursor: Cursor;
  format: (value: number) => string;
  /** Said where nothing was measured. */
  nothing: string;
}

/** Names of the levels with their values, and of the lines, each with its value under the cursor, or its newest one. */
export function GraphLegend({ lines, levels, times, cursor, format, nothing }: GraphLegendProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    function show(): void {
      const time = cursor.time();
      const index = time === undefined ? times.length - 1 : indexAt(times, time);
      const places = list.current?.querySelectorAll('[data-value]') ?? [];
      places.forEach((place, line) => {
        const value = index === undefined ? null : (lines[line]?.values[index] ?? null);
        place.textContent = value === null ? nothing : format(value);
      });
    }
    show();
    return cursor.subscribe(show);
  }, [cursor, lines, times, format, nothing]);
  return (
    <ul ref={list} className="llm-autoscaling__legend">
      {lines.map((line) => (
        <li key={line.key} className="llm-autoscaling__legend-item">
          <span
            className={`llm-autoscaling__swatch llm-autoscaling__swatch--${line.kind}`}
            style={{ color: line.color }}
          />
          {line.label} <span data-value className="llm-autoscaling__legend-value" />
        </li>
      ))}
      {levels.map((level) => (
        <li key={level.key} className="llm-autoscaling__legend-item">
          <span
            className="llm-autoscaling__swatch llm-autoscaling__swatch--level"
            style={{ color: level.color }}
          />
          {level.label} <span className="llm-autoscaling__legend-value">{format(level.value)}</span>
        </li>
      ))}
    </ul>
  );
}
