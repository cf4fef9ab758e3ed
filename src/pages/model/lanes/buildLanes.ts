import { lineValues } from '../../../data/lineValues';
import type { QueryError } from '../../../data/queryError';
import type { LiveReplicas } from '../../../decisions/liveReplicas';
import type { Bar } from '../../../graphs/bars';
import type { GraphLine } from '../../../graphs/plot';
import type { Translate } from '../../../i18n';
import type { NamedQueries } from '../../../queries/combined';
import type { Pod } from '../../../resources/pod';
import type { ServedModel } from '../../../resources/servedModel';
import { thresholdOf } from '../../../resources/threshold';
import { gaugesOf } from '../../../status/measuredLoad';
import { replicaValues } from '../decisions/decisionInputs';
import { lanesOf } from '../useModelSeries';
import type { GroupQueries, ModelSeries } from '../useModelSeries';
import {
  cacheLines,
  gpuLines,
  latencyLines,
  replicaLines,
  requestLines,
  tokenLines,
  triggerLines,
} from './laneLines';
import { groupOf, laneTitle, linesOfLane } from './laneNames';
import type { LaneName } from './laneNames';
import { podBars } from './podBars';
import { minimumAtRest, zeroAtRest } from './zeroAtRest';

interface LaneOfAnyKind {
  name: LaneName;
  title: string;
  /** What is asked for it, word for word. */
  queries: NamedQueries;
  error?: QueryError;
}

/** A graph of a model with all that it shows. */
export type Lane = LaneOfAnyKind &
  ({ name: Exclude<LaneName, 'pods'>; lines: readonly GraphLine[] } | { name: 'pods'; bars: readonly Bar[] });

/** What the lanes are built from. */
export interface LaneInputs {
  model: ServedModel;
  series: ModelSeries;
  queries: GroupQueries;
  live: readonly LiveReplicas[];
  pods: readonly Pod[];
  hidden: ReadonlySet<LaneName>;
}

function linesOf(name: Exclude<LaneName, 'pods'>, inputs: LaneInputs, t: Translate): GraphLine[] {
  const { model, series, live } = inputs;
  const valuesOf = (line: string) => lineValues(series, groupOf[name], line);
  const replicasOf = (line: string) => replicaValues(series, live, line);
  const restingOf = (line: string) => zeroAtRest(valuesOf(line), replicasOf('replicas'));
  const sleeps = model.scaledObject?.spec.minReplicaCount === 0;
  switch (name) {
    case 'requests':
      return requestLines(restingOf, replicasOf('replicas'), gaugesOf(model), thresholdOf(model), t);
    case 'trigger':
      return triggerLines(valuesOf, replicasOf('replicas'), thresholdOf(model), t);
    case 'replicas':
      return replicaLines(
        (line) =>
          line === 'min' && sleeps
            ? minimumAtRest(replicasOf(line), replicasOf('replicas'))
            : replicasOf(line),
        t,
      );
    case 'gpus':
      return gpuLines((line) => (line === 'allocated' ? restingOf(line) : valuesOf(line)), t);
    case 'latency':
      return latencyLines(valuesOf, t);
    case 'kv':
      return cacheLines(valuesOf, t);
    case 'tokens':
      return tokenLines(valuesOf, t);
  }
}

function barsOf({ series, pods, live }: LaneInputs): Bar[] {
  // A fixed span may end before the page was opened: what the pods say of now is then cut off.
  const now = Math.max(series.range.end, live.at(0)?.at ?? 0);
  return podBars(series.groups.get('pods')?.series ?? [], series.times, pods, now);
}

function buildLane(name: LaneName, inputs: LaneInputs, t: Translate): Lane {
  const group = groupOf[name];
  const lines = linesOfLane[name];
  const asked = inputs.queries.get(group) ?? [];
  const error = inputs.series.groups.get(group)?.error;
  const shared = {
    title: laneTitle(name, t),
    queries: lines === undefined ? asked : asked.filter(([line]) => lines.includes(line)),
    ...(error === undefined ? {} : { error }),
  };
  return name === 'pods'
    ? { ...shared, name, bars: barsOf(inputs) }
    : { ...shared, name, lines: linesOf(name, inputs, t) };
}

/** The lanes that are seen, from top to bottom. A lane whose series have not come yet is left out. */
export function buildLanes(inputs: LaneInputs, t: Translate): Lane[] {
  return lanesOf(inputs.model)
    .filter((name) => !inputs.hidden.has(name) && inputs.series.groups.has(groupOf[name]))
    .map((name) => buildLane(name, inputs, t));
}
