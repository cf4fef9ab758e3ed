import { useCallback, useMemo } from 'react';
import type { QueryRange } from '../../data/prometheus';
import { useUrlParameters, withParameters } from '../../data/useUrlParameters';
import type { UrlChange } from '../../data/useUrlParameters';
import { alignedRange } from '../../queries/step';
import { fittedSpan, formatRange, parseRange, parseSpan } from '../../queries/timeRange';
import type { TimeSpan } from '../../queries/timeRange';

/** The time range of the graphs. */
export interface GraphRange {
  /** As in the URL, such as "1h"; it comes back after a fixed span. */
  value: string;
  seconds: number;
  /** A fixed part of the past, seconds since 1970; undefined: up to now. */
  span?: TimeSpan;
  /** The window at a time (ms), on the grid of its step. */
  rangeAt: (now: number) => QueryRange;
  choose: (value: string) => void;
  /** Shows a fixed span, or something near to it that can be shown. */
  zoom: (span: TimeSpan) => void;
  /** Leaves the fixed span. */
  goLive: () => void;
}

/** 240 points, as many as a graph shows (3 px each). */
const graphWidth = 720;
const defaultRange = '1h';

/** The range of the graphs, kept in the URL. A zoom is a step of the browser's history: "Back" undoes it. */
export function useGraphRange(): GraphRange {
  const [parameters, changeUrl] = useUrlParameters();
  const { seconds } = parseRange(parameters.get('range') ?? defaultRange);
  const from = parameters.get('from');
  const to = parameters.get('to');
  const span = useMemo(() => parseSpan(from, to), [from, to]);
  const rangeAt = useCallback(
    (now: number) =>
      span === undefined
        ? alignedRange(now, seconds, graphWidth)
        : alignedRange(span.end * 1000, span.end - span.start, graphWidth),
    [seconds, span],
  );
  const change = useCallback(
    (next: UrlChange, replace: boolean) => {
      changeUrl((before) => withParameters(before, next), { replace });
    },
    [changeUrl],
  );
  return useMemo(
    () => ({
      value: formatRange(seconds),
      seconds,
      ...(span === undefined ? {} : { span }),
      rangeAt,
      choose(value) {
        change({ range: value === defaultRange ? undefined : value, from: undefined, to: undefined }, true);
      },
      zoom(wanted) {
        const { start, end } = fittedSpan(wanted, Date.now() / 1000);
        change({ from: String(start), to: String(end) }, false);
      },
      goLive() {
        change({ from: undefined, to: undefined }, true);
      },
    }),
    [seconds, span, rangeAt, change],
  );
}
