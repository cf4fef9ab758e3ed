import { useMemo, useState } from 'react';
import { lineValues } from '../../../data/lineValues';
import { useMetricsScope } from '../../../data/useMetricsScope';
import { useModelPods } from '../../../data/useModelPods';
import { useRangeGroups } from '../../../data/useRangeGroups';
import { lastColdStart, type ColdStart } from '../../../decisions/lastColdStart';
import { combined } from '../../../queries/combined';
import { modelQueries } from '../../../queries/modelQueries';
import { coldStartOf } from '../../../resources/coldStart';
import type { ServedModel } from '../../../resources/servedModel';

/** How long the last start took: to the second where its pod was seen, else to a minute out of what was measured. */
export type LastStart = { milliseconds: number } | ColdStart;

const day = 86_400;
/** As often as kube-state-metrics is scraped on OpenShift, in seconds. */
export const historyStep = 60;

function rangeAt(now: number) {
  const end = Math.floor(now / 1000 / historyStep) * historyStep;
  return { start: end - day, end, step: historyStep };
}

/** The newest start of the last day, out of the replicas that the Deployment wanted and had; after the first, only the tail is asked for. */
function useMeasuredStart(model: ServedModel): ColdStart | undefined {
  const { scope } = useMetricsScope(model.namespace);
  const { specReplicas, availableReplicas } = modelQueries(model);
  const wanted = useMemo(() => {
    const lines = [
      ['spec', specReplicas],
      ['available', availableReplicas],
    ] as const;
    return { queries: [['starts', combined(lines)]] as const, rangeAt };
  }, [specReplicas, availableReplicas]);
  const { data } = useRangeGroups<'starts'>(wanted, scope, model.namespace);
  return useMemo(
    () =>
      data &&
      lastColdStart({
        times: data.times,
        spec: lineValues(data, 'starts', 'spec'),
        available: lineValues(data, 'starts', 'available'),
      }),
    [data],
  );
}

/** The last start of a model: of the replicas of now, of those that this page has seen, or of the last day. */
export function useLastStart(model: ServedModel): LastStart | undefined {
  const { data } = useModelPods(model.namespace, model.name);
  const measured = useMeasuredStart(model);
  const [seen, setSeen] = useState<number>();
  const now = coldStartOf(data, model.deployment);
  if (now !== undefined && now !== seen) setSeen(now);
  const milliseconds = now ?? seen;
  return milliseconds === undefined ? measured : { milliseconds };
}
