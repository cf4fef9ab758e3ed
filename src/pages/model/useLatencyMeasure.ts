import { useCallback } from 'react';
import { useUrlParameters, withParameters } from '../../data/useUrlParameters';
import { latencyMeasures } from '../../queries/latency';
import type { LatencyMeasure } from '../../queries/latency';

const usual = 'ttft';
const parameter = 'latency';

/** What the latency graph shows, kept in the URL. */
export function useLatencyMeasure(): readonly [
  measure: LatencyMeasure,
  choose: (measure: LatencyMeasure) => void,
] {
  const [parameters, change] = useUrlParameters();
  const written = parameters.get(parameter);
  const choose = useCallback(
    (measure: LatencyMeasure) => {
      change((before) => withParameters(before, { [parameter]: measure === usual ? undefined : measure }), {
        replace: true,
      });
    },
    [change],
  );
  return [latencyMeasures.find((known) => known === written) ?? usual, choose];
}
