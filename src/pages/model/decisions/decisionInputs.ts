import { lineValues, measuredOf } from '../../../data/lineValues';
import type { Decision } from '../../../decisions/decision';
import type { DecisionRule, DecisionSeries } from '../../../decisions/decisionSeries';
import { decisionsOf } from '../../../decisions/decisionsOf';
import { withLastScale } from '../../../decisions/lastScale';
import { withLive } from '../../../decisions/liveReplicas';
import type { LiveLine, LiveReplicas } from '../../../decisions/liveReplicas';
import type { Rescale } from '../../../decisions/rescales';
import type { ServedModel } from '../../../resources/servedModel';
import type { Values } from '../../../resources/values';
import { thresholdOf } from '../../../resources/threshold';
import { timeOf } from '../../../resources/time';
import { triggerValues } from '../../../status/triggerValues';
import { windowOf } from '../scaleDownWindow';
import type { ModelSeries } from '../useModelSeries';

/** Which line of the watches stands for which line of the measurements. */
const liveLines: readonly LiveLine[] = ['replicas', 'available', 'desired', 'min', 'max'];

/** A line of the replicas: measured, and watched since the page is open. */
export function replicaValues(series: ModelSeries, live: readonly LiveReplicas[], line: string): Values {
  const measured = lineValues(series, 'replicas', line);
  const watched = liveLines.find((each) => each === line);
  return watched === undefined ? measured : withLive(series.times, measured, live, watched);
}

function ruleOf(model: ServedModel): DecisionRule {
  const threshold = thresholdOf(model);
  const perReplica = threshold?.type === 'AverageValue' ? threshold.value : undefined;
  return {
    ...(perReplica === undefined ? {} : { threshold: perReplica }),
    windowSeconds: windowOf(model),
  };
}

/** The decisions that the model's series show, oldest first. */
export function modelDecisions(
  model: ServedModel,
  series: ModelSeries,
  live: readonly LiveReplicas[],
  rescales: readonly Rescale[],
): readonly Decision[] {
  const lines: DecisionSeries = {
    times: series.times,
    replicas: replicaValues(series, live, 'replicas'),
    available: replicaValues(series, live, 'available'),
    desired: replicaValues(series, live, 'desired'),
    min: replicaValues(series, live, 'min'),
    max: replicaValues(series, live, 'max'),
    load: triggerValues(model, measuredOf(series)) ?? series.times.map(() => null),
  };
  const lastScale = timeOf((model.kedaHpa ?? model.kserveHpa)?.status?.lastScaleTime);
  return withLastScale(
    decisionsOf(lines, ruleOf(model), rescales),
    lastScale === undefined ? undefined : lastScale / 1000,
  );
}
