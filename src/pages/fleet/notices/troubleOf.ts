import type { Fleet } from '../../../data/useFleet';
import type { FleetLoad } from '../../../data/useFleetLoad';
import type { FleetFailures } from '../changes/useFleetChanges';
import type { FleetSummary } from '../summary/fleetSummary';
import type { FleetTroubleProps } from './FleetTrouble';

/** Whether numbers are shown that could not be fetched anew. */
export function isStale({ problem, fetchedAt }: FleetLoad): boolean {
  return problem !== undefined && fetchedAt !== undefined;
}

/** Models that serve although Prometheus answers and knows no engine at all; 0 when that is not so. */
function unmeasuredOf(load: FleetLoad, { serving, measured }: FleetSummary): number {
  return load.loads !== undefined && load.problem === undefined && measured === 0 ? serving : 0;
}

/** What is wrong with the whole page; undefined when nothing is. */
export function troubleOf(
  { loading, kedaInstalled }: Fleet,
  load: FleetLoad,
  summary: FleetSummary,
  failures: FleetFailures,
): FleetTroubleProps | undefined {
  const { problem, fetchedAt } = load;
  const unmeasured = loading ? 0 : unmeasuredOf(load, summary);
  const calm = (loading || kedaInstalled) && problem === undefined && unmeasured === 0;
  if (calm && failures.size === 0) return undefined;
  return { kedaInstalled: loading || kedaInstalled, problem, fetchedAt, unmeasured, failures };
}
