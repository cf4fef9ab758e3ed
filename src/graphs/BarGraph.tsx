import type { ReactNode } from 'react';
import { memo, useCallback, useMemo } from 'react';
import { useT } from '../i18n';
import { BarDrawing, barsHeight } from './BarDrawing';
import { BarLegend } from './BarLegend';
import type { Bar, BarLook } from './bars';
import { lookAt, rowsOf } from './bars';
import { GraphFrame } from './GraphFrame';
import type { TimeAxis } from './timeAxis';

interface BarGraphProps {
  title: string;
  summary: string;
  axis: TimeAxis;
  bars: readonly Bar[];
  /** The looks that occur, with their words. */
  looks: readonly (readonly [BarLook, string])[];
  actions?: ReactNode;
  children?: ReactNode;
}

/** More bars than this share rows. */
const mostRows = 12;

/** What exists over time as bars, with a legend that counts them under the shared cursor. */
export const BarGraph = memo(function BarGraph(props: BarGraphProps) {
  const { title, summary, axis, bars, looks, actions, children } = props;
  const t = useT();
  const rows = useMemo(() => rowsOf(bars, mostRows), [bars]);
  const height = barsHeight(rows.length);
  const describe = useCallback(
    (time: number) => {
      const seen = bars.map((bar) => lookAt(bar, time));
      return looks
        .map(([look, label]) => `${label}: ${String(seen.filter((each) => each === look).length)}`)
        .join(', ');
    },
    [bars, looks],
  );
  return (
    <GraphFrame
      title={title}
      summary={summary}
      actions={actions}
      axis={axis}
      height={height}
      empty={bars.length === 0 ? t('Nothing was measured in this time.') : undefined}
      describe={describe}
      legend={
        <>
          <BarLegend looks={looks} bars={bars} cursor={axis.cursor} end={axis.domain.end} />
          {children}
        </>
      }
      draw={(width, visible) => (
        <BarDrawing axis={axis} rows={rows} width={width} height={height} visible={visible} />
      )}
    />
  );
});
