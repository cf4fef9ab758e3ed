import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { latencyMeasures } from '../../queries/latency';
import type { LatencyMeasure } from '../../queries/latency';

const usual = 'ttft';
const parameter = 'latency';

/** What the latency graph shows, kept in the URL. */
export function useLatencyMeasure(): readonly [
  measure: LatencyMeasure,
  choose: (measure: LatencyMeasure) => void,
] {
  const [parameters, setParameters] = useSearchParams();
  const written = parameters.get(parameter);
  const choose = useCallback(
    (measure: LatencyMeasure) => {
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          if (measure === usual) after.delete(parameter);
          else after.set(parameter, measure);
          return after;
        },
        { replace: true },
      );
    },
    [setParameters],
  );
  return [latencyMeasures.find((known) => known === written) ?? usual, choose];
}
