import type { RangeGroups } from '../../../data/useRangeGroups';
import { lineLabel } from '../../../queries/combined';

/** Values on the times of the graphs; null is a gap. */
export type Values = readonly (number | null)[];

/** The values of a line of a group; all gaps where there is no such series. */
export function lineValues<Group extends string>(
  { groups, times }: RangeGroups<Group>,
  group: NoInfer<Group>,
  line: string,
): Values {
  const found = groups.get(group)?.series.find(({ labels }) => labels[lineLabel] === line);
  return found?.values ?? times.map(() => null);
}
