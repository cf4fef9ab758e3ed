import type { PollState } from '../../data/poll';
import type { ModelLoad } from '../../resources/modelLoad';
import { replicasOf } from '../../resources/replicas';
import type { ServedModel } from '../../resources/servedModel';
import { thresholdOf } from '../../resources/threshold';
import { lastHighSample } from '../../status/lastHighSample';
import type { ModelSeries, SeriesName } from './useModelSeries';

function newest(series: ModelSeries, name: SeriesName): number | undefined {
  return series.values.get(name)?.at(-1) ?? undefined;
}

/** When the load last wanted as many replicas as there are now: from then the scale-down window counts. */
function lastHighAt(series: ModelSeries, model: ServedModel): number | undefined {
  const threshold = thresholdOf(model)?.value;
  const replicas = replicasOf(model).spec;
  if (threshold === undefined || threshold <= 0 || replicas === undefined) return undefined;
  const samples = series.times.flatMap((time, index) => {
    const value = series.values.get('waiting')?.[index] ?? null;
    return value === null ? [] : [[time * 1000, value] as const];
  });
  return lastHighSample(samples, threshold, replicas);
}

/** The load of now out of the graphs' series; undefined before the first answer. */
export function modelLoadOf(model: ServedModel, state: PollState<ModelSeries>): ModelLoad | undefined {
  const series = state.data;
  if (series === undefined) return undefined;
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
