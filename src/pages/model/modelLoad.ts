import type { RangeGroups } from '../../data/useRangeGroups';
import type { ModelLoad } from '../../resources/modelLoad';
import { replicasOf } from '../../resources/replicas';
import type { ServedModel } from '../../resources/servedModel';
import { thresholdOf } from '../../resources/threshold';
import { lastHighSample } from '../../status/lastHighSample';
import { lineValues } from './lanes/laneValues';

type LoadSeries = RangeGroups<'requests'>;

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

/** The load of now out of its newest series. */
export function modelLoadOf(model: ServedModel, series: LoadSeries): ModelLoad {
  const waiting = newest(series, 'waiting');
  const running = newest(series, 'running');
  const high = lastHighAt(series, model);
  return {
    at: series.range.end * 1000,
    ...(waiting === undefined ? {} : { waiting }),
    ...(running === undefined ? {} : { running }),
    ...(high === undefined ? {} : { lastHighAt: high }),
  };
}
