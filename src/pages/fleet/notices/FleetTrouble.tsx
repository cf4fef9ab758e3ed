import { ChangeFailure } from '../../../components/ChangeFailure';
import { KedaMissing } from '../../../components/KedaMissing';
import { MetricsProblem } from '../../../components/MetricsProblem';
import type { LoadProblem } from '../../../data/useFleetLoad';
import { useNow } from '../../../data/useNow';
import type { FleetFailures } from '../changes/useFleetChanges';
import { MetricsOff } from './MetricsOff';

/** What is wrong with the whole page. */
export interface FleetTroubleProps {
  kedaInstalled: boolean;
  problem: LoadProblem | undefined;
  /** When the numbers that are shown were fetched, ms; undefined without numbers. */
  fetchedAt: number | undefined;
  /** Models that serve although no model is measured; 0 when there is no such trouble. */
  unmeasured: number;
  /** What stopped the last change of each model. */
  failures: FleetFailures;
}

function OldNumbers({ problem, fetchedAt }: { problem: LoadProblem; fetchedAt: number | undefined }) {
  const now = useNow();
  const age = fetchedAt === undefined ? undefined : now - fetchedAt;
  return <MetricsProblem code={problem.code} message={problem.message} age={age} />;
}

/** What one has to know about the whole table, above it. */
export function FleetTrouble(props: FleetTroubleProps) {
  const { kedaInstalled, problem, fetchedAt, unmeasured, failures } = props;
  return (
    <div className="llm-autoscaling__notices">
      {!kedaInstalled && <KedaMissing />}
      {problem !== undefined && <OldNumbers problem={problem} fetchedAt={fetchedAt} />}
      {unmeasured > 0 && <MetricsOff serving={unmeasured} />}
      {[...failures].map(([key, failure]) => (
        <ChangeFailure key={key} failure={failure} model={key} />
      ))}
    </div>
  );
}
