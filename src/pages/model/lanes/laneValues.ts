import type { RangeGroups } from '../../../data/useRangeGroups';
import { lineLabel } from '../../../queries/combined';
import type { MeasuredValues, Values } from '../../../status/triggerValues';

export type { Values } from '../../../status/triggerValues';

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
