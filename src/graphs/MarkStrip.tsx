import { Tooltip } from '@patternfly/react-core';
import type { KeyboardEvent, ReactNode } from 'react';
import { memo, useRef, useState } from 'react';
import { labelSides } from './markLabels';
import { plotPadding } from './plot';
import { placeOf } from './timeAxis';
import type { TimeAxis, TimeMark } from './timeAxis';
import { useWidth } from './useWidth';

/** A mark with its words. */
export interface NamedMark extends TimeMark {
  /** Short: stands at the mark where there is room. */
  label: string;
  /** Shown on hover and focus, and read. */
  text: string;
}

interface MarkStripProps {
  title: string;
  axis: TimeAxis;
  marks: readonly NamedMark[];
  children?: ReactNode;
}

/** The marks of the axis below its graphs: one stop of the Tab key, arrows go from mark to mark. */
export const MarkStrip = memo(function MarkStrip({ title, axis, marks, children }: MarkStripProps) {
  const [width, attach] = useWidth();
  const [current, setCurrent] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const plotWidth = width - plotPadding.left - plotPadding.right;
  const places = marks.map(({ at }) => placeOf(at, axis.domain) * plotWidth);
  const sides = labelSides(places, plotWidth);
  const reachable = marks.some(({ key }) => key === current) ? current : marks.at(-1)?.key;
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const index = buttons.findIndex((button) => button === document.activeElement);
    buttons[index + step]?.focus();
  }
  return (
    <div className="llm-autoscaling__graph llm-autoscaling__strip">
      <div className="llm-autoscaling__graph-head">
        <div className="llm-autoscaling__graph-title">
          <span className="llm-autoscaling__graph-name">{title}</span>
        </div>
        {children}
      </div>
      <div ref={attach}>
        <ul ref={list} className="llm-autoscaling__strip-list" aria-label={title}>
          {plotWidth > 0 &&
            marks.map(({ key, at, label, text }, index) => {
              const side = sides[index];
              return (
                <li
                  key={key}
                  className="llm-autoscaling__strip-place"
                  style={{ left: plotPadding.left + (places[index] ?? 0) }}
                >
                  <Tooltip content={text} isContentLeftAligned>
                    <button
                      type="button"
                      className="llm-autoscaling__mark"
                      aria-label={text}
                      tabIndex={key === reachable ? 0 : -1}
                      onKeyDown={onKeyDown}
                      onMouseEnter={() => {
                        axis.cursor.move(at);
                      }}
                      onMouseLeave={() => {
                        axis.cursor.move(undefined);
                      }}
                      onFocus={() => {
                        setCurrent(key);
                        axis.cursor.move(at);
                      }}
                      onBlur={() => {
                        axis.cursor.move(undefined);
                      }}
                    >
                      {side !== undefined && (
                        <span
                          aria-hidden
                          className={`llm-autoscaling__mark-label llm-autoscaling__mark-label--${side}`}
                        >
                          {label}
                        </span>
                      )}
                    </button>
                  </Tooltip>
                </li>
              );
            })}
        </ul>
      </div>
    </div>
  );
});
