import type { RangeGroups } from '../../data/useRangeGroups';
import type { ModelLoad, TriggerResult } from '../../resources/modelLoad';
import { replicasOf } from '../../resources/replicas';
import type { ServedModel } from '../../resources/servedModel';
import { thresholdOf } from '../../resources/threshold';
import { lastHighSample } from '../../status/lastHighSample';
import { lineValues } from './lanes/laneValues';

/** What the load of now is read from; the trigger's own query only where it was asked. */
export type LoadGroup = 'requests' | 'trigger';
type LoadSeries = RangeGroups<LoadGroup>;

function newest(series: LoadSeries, name: string): number | undefined {
  return lineValues(series, 'requests', name).at(-1) ?? undefined;
}

/** When the load last wanted as many replicas as there are now: from then the scale-down window counts. */
function lastHighAt(series: LoadSeries, model: ServedModel): number | undefined {
  const threshold = thresholdOf(model)?.value;
  const replicas = replicasOf(model).spec;
  if (threshold === undefined || threshold <= 0 || replicas === undefined) return undefined;
  const waiting = lineValues(series, 'requests', 'waiting');
  const samples = series.times.flatMap((time, index) => {
    const value = waiting[index] ?? null;
    return value === null ? [] : [[time * 1000, value] as const];
  });
  return lastHighSample(samples, threshold, replicas);
}

/** What the trigger's own query gives now; undefined where it was not asked, or not answered. */
function triggerOf({ groups }: LoadSeries): TriggerResult | undefined {
  const group = groups.get('trigger');
  if (group === undefined || group.error !== undefined) return undefined;
  const values = group.series.flatMap(({ values }) => values.at(-1) ?? []);
  const [value] = values;
  return values.length === 1 && value !== undefined ? { series: 1, value } : { series: values.length };
}

/** The load of now out of its newest series. */
export function modelLoadOf(model: ServedModel, series: LoadSeries): ModelLoad {
  const waiting = newest(series, 'waiting');
  const running = newest(series, 'running');
  const high = lastHighAt(series, model);
  const trigger = triggerOf(series);
  return {
    at: series.range.end * 1000,
    ...(waiting === undefined ? {} : { waiting }),
    ...(running === undefined ? {} : { running }),
    ...(high === undefined ? {} : { lastHighAt: high }),
    ...(trigger === undefined ? {} : { trigger }),
  };
}
