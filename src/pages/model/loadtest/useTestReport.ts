import { useMemo, useState } from 'react';
import { useModelPods } from '../../../data/useModelPods';
import { useNow } from '../../../data/useNow';
import { useTestSeries } from '../../../data/useTestSeries';
import type { MeasuredTest } from '../../../data/useTestSeries';
import type { LiveReplicas } from '../../../decisions/liveReplicas';
import { lagsOf } from '../../../loadtest/lags';
import type { LoadTest } from '../../../loadtest/loadTest';
import { peaksOf } from '../../../loadtest/loadTestReport';
import type { LoadTestReport } from '../../../loadtest/loadTestReport';
import { rememberedTimes } from '../../../loadtest/podTimes';
import type { PodTimes } from '../../../loadtest/podTimes';
import { requestCounts } from '../../../loadtest/requestCounts';
import { known } from '../../../resources/known';
import type { Pod } from '../../../resources/pod';
import type { ServedModel } from '../../../resources/servedModel';
import { thresholdOf } from '../../../resources/threshold';
import { windowOf } from '../scaleDownWindow';

/** The times of pods, kept when the pods have gone. */
function usePodTimes(pods: readonly Pod[]): readonly PodTimes[] {
  const [kept, keep] = useState<{ pods: readonly Pod[]; times: readonly PodTimes[] }>({
    pods: [],
    times: [],
  });
  if (kept.pods === pods) return kept.times;
  const times = rememberedTimes(kept.times, pods);
  keep({ pods, times });
  return times;
}

/** The test of the page with all that was measured of it. */
export interface WatchedTest {
  report: LoadTestReport;
  /** Why there are no numbers, or none that are new. */
  error: MeasuredTest['error'];
}

/** Follows a test: its series, its pods, and what can be told from them; `live` as for useTestSeries. */
export function useTestReport(
  model: ServedModel,
  test: LoadTest,
  live: readonly LiveReplicas[],
): WatchedTest {
  const now = useNow() / 1000;
  const windowSeconds = windowOf(model);
  const pods = usePodTimes(useModelPods(model.namespace, model.name).data);
  const { startedAt, endedAt } = test;
  const measuredTest = useTestSeries(model, { startedAt, endedAt }, windowSeconds, live);
  const { series, finished, readsTrigger, error } = measuredTest;
  const found = thresholdOf(model);
  const threshold = found?.type === 'AverageValue' && readsTrigger === true ? found.value : undefined;
  const measured = useMemo(() => {
    if (series === undefined || startedAt === undefined) return { peaks: {}, lags: [] };
    const rule = known({ threshold, windowSeconds });
    const times = known({ startedAt, endedAt });
    const last = endedAt ?? Infinity;
    return {
      peaks: peaksOf(series, startedAt, last),
      lags: lagsOf(series, times, rule, pods, now),
      ...(finished && { requests: requestCounts(series.times, finished, startedAt, last) }),
    };
  }, [series, finished, startedAt, endedAt, threshold, windowSeconds, pods, now]);
  const report = known({
    model: model.name,
    namespace: model.namespace,
    job: test.name,
    state: test.state,
    profile: test.profile,
    target: test.target,
    steps: test.sent?.steps ?? [],
    promptTokens: test.sent?.promptTokens,
    outputTokens: test.sent?.outputTokens,
    startedAt,
    endedAt,
    trouble: test.trouble,
    ...measured,
  });
  return { report, error };
}
