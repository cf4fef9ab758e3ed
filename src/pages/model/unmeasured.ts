import type { QueryError } from '../../data/queryError';
import { gridOf } from '../../data/seriesCache';
import type { QueryRange } from '../../data/prometheus';
import type { GroupQueries, ModelSeries } from './useModelSeries';

/** Series of a page that has not got any: the graphs still show what the watches tell, and say why they have no more. */
export function unmeasured(range: QueryRange, queries: GroupQueries, error: QueryError): ModelSeries {
  const groups: ModelSeries['groups'] = new Map(
    [...queries.keys()].map((group) => [group, { series: [], error }]),
  );
  return { range, times: gridOf(range), groups };
}
