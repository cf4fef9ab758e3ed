import { lineValues, measuredOf } from '../../data/lineValues';
import type { RangeGroups } from '../../data/useRangeGroups';
import type { ModelLoad, TriggerResult } from '../../resources/modelLoad';
import type { ServedModel } from '../../resources/servedModel';
import { lastHighAt } from '../../status/lastHighAt';
import { readsOwnQueue } from '../../status/measuredLoad';
import type { Values } from '../../resources/values';

/** What the load of now is read from; the trigger's own query only where it was asked. */
export type LoadGroup = 'requests' | 'trigger';
type LoadSeries = RangeGroups<LoadGroup>;

function newest(values: Values | undefined): number | undefined {
  return values?.at(-1) ?? undefined;
}

/** Nothing, where a trigger on the model's own queue finds none of it although it is measured: under another name. */
function missOf(series: LoadSeries, model: ServedModel): TriggerResult | undefined {
  if (!readsOwnQueue(model) || series.groups.get('requests')?.error !== undefined) return undefined;
  const [asked, measured] = ['trigger', 'waiting'].map((line) =>
    newest(lineValues(series, 'requests', line)),
  );
  return asked === undefined && measured !== undefined ? { series: 0 } : undefined;
}

/** What the trigger's own query gives now; undefined where it was not asked, or not answered, or the queue tells it. */
function triggerOf(series: LoadSeries, model: ServedModel): TriggerResult | undefined {
  const group = series.groups.get('trigger');
  if (group === undefined) return missOf(series, model);
  if (group.error !== undefined) return undefined;
  const values = group.series.flatMap(({ values }) => values.at(-1) ?? []);
  const [value] = values;
  return values.length === 1 && value !== undefined ? { series: 1, value } : { series: values.length };
}

/** The load of now out of its newest series. */
export function modelLoadOf(model: ServedModel, series: LoadSeries): ModelLoad {
  const measured = measuredOf(series);
  const waiting = newest(measured.waiting);
  const running = newest(measured.running);
  const high = lastHighAt(model, measured, series.times);
  const trigger = triggerOf(series, model);
  return {
    at: series.range.end * 1000,
    ...(waiting === undefined ? {} : { waiting }),
    ...(running === undefined ? {} : { running }),
    ...(high === undefined ? {} : { lastHighAt: high }),
    ...(trigger === undefined ? {} : { trigger }),
  };
}
