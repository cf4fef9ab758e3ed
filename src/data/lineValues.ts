import { lineLabel } from '../queries/combined';
import type { Values } from '../resources/values';
import type { MeasuredValues } from '../status/triggerValues';
import type { RangeGroups } from './useRangeGroups';

/** The values of a line of a group; all gaps where there is no such series. */
export function lineValues<Group extends string>(
  { groups, times }: RangeGroups<Group>,
  group: NoInfer<Group>,
  line: string,
): Values {
  const found = groups.get(group)?.series.find(({ labels }) => labels[lineLabel] === line);
  return found?.values ?? times.map(() => null);
}

/** The load over time, out of the groups that hold it. */
export function measuredOf<Group extends string>(
  series: RangeGroups<Group | 'requests' | 'trigger'>,
): MeasuredValues {
  return {
    waiting: lineValues(series, 'requests', 'waiting'),
    running: lineValues(series, 'requests', 'running'),
    trigger: lineValues(series, 'trigger', 'trigger'),
  };
}
