import type { ReactNode } from 'react';
import { memo, useCallback } from 'react';
import { useT } from '../i18n';
import { GraphFrame } from './GraphFrame';
import { GraphLegend } from './GraphLegend';
import { hasValues, indexAt } from './plot';
import type { GraphLine, Scale } from './plot';
import type { TimeAxis } from './timeAxis';
import { TimeDrawing } from './TimeDrawing';

interface TimeGraphProps {
  title: string;
  /** One sentence that says what the graph shows, for those who do not see it. */
  summary: string;
  axis: TimeAxis;
  lines: readonly GraphLine[];
  scale?: Scale;
  /** Writes a value for the read-out. */
  format: (value: number) => string;
  /** Writes a value beside the axis, where there is little room. */
  axisFormat?: (value: number) => string;
  height?: number;
  actions?: ReactNode;
  /** Stands below the legend. */
  children?: ReactNode;
}

/** Lines over time with a legend that reads out the shared cursor. Draws nothing until its width is known. */
export const TimeGraph = memo(function TimeGraph(props: TimeGraphProps) {
  const { title, summary, axis, lines, format, actions, children } = props;
  const { scale = 'count', axisFormat = format, height = 120 } = props;
  const t = useT();
  const nothing = t('no data');
  const { times, cursor } = axis;
  const describe = useCallback(
    (time: number) => {
      const index = indexAt(times, time) ?? -1;
      return lines
        .filter(({ quiet }) => quiet !== true)
        .map(({ label, values }) => {
          const value = values[index] ?? null;
          return `${label}: ${value === null ? nothing : format(value)}`;
        })
        .join(', ');
    },
    [times, lines, format, nothing],
  );
  return (
    <GraphFrame
      title={title}
      summary={summary}
      actions={actions}
      axis={axis}
      height={height}
      empty={hasValues(lines) ? undefined : t('Nothing was measured in this time.')}
      describe={describe}
      legend={
        <>
          <GraphLegend lines={lines} times={times} cursor={cursor} format={format} nothing={nothing} />
          {children}
        </>
      }
      draw={(width, visible) => (
        <TimeDrawing
          axis={axis}
          lines={lines}
          scale={scale}
          format={axisFormat}
          width={width}
          height={height}
          visible={visible}
        />
      )}
    />
  );
});
