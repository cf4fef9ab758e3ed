import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { QueryRange } from '../../data/prometheus';
import { alignedRange } from '../../queries/step';
import { formatRange, parseRange } from '../../queries/timeRange';

/** The time range of the graphs. */
export interface GraphRange {
  /** As in the URL, such as "1h". */
  value: string;
  seconds: number;
  /** The window at a time (ms), on the grid of its step. */
  rangeAt: (now: number) => QueryRange;
  choose: (value: string) => void;
}

/** 240 points, as many as a graph shows (3 px each). */
const graphWidth = 720;
const defaultRange = '1h';

/** The range of the graphs, kept in the URL. */
export function useGraphRange(): GraphRange {
  const [parameters, setParameters] = useSearchParams();
  const { seconds } = parseRange(parameters.get('range') ?? defaultRange);
  const rangeAt = useCallback((now: number) => alignedRange(now, seconds, graphWidth), [seconds]);
  const choose = useCallback(
    (value: string) => {
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === defaultRange) after.delete('range');
          else after.set('range', value);
          return after;
        },
        { replace: true },
      );
    },
    [setParameters],
  );
  return useMemo(
    () => ({ value: formatRange(seconds), seconds, rangeAt, choose }),
    [seconds, rangeAt, choose],
  );
}
