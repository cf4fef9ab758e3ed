import { ChangeFailure } from '../../../components/ChangeFailure';
import type { ChangeFailureFacts } from '../../../components/ChangeFailure';
import { KedaMissing } from '../../../components/KedaMissing';
import { MetricsProblem } from '../../../components/MetricsProblem';
import type { LoadProblem } from '../../../data/useFleetLoad';
import { useNow } from '../../../data/useNow';
import { MetricsOff } from './MetricsOff';

/** What is wrong with the whole page. */
export interface FleetTroubleProps {
  kedaInstalled: boolean;
  problem: LoadProblem | undefined;
  /** When the numbers that are shown were fetched, ms; undefined without numbers. */
  fetchedAt: number | undefined;
  /** Models that serve although no model is measured; 0 when there is no such trouble. */
  unmeasured: number;
  /** What stopped the last change. */
  failure: ChangeFailureFacts | undefined;
}

function OldNumbers({ problem, fetchedAt }: { problem: LoadProblem; fetchedAt: number | undefined }) {
  const now = useNow();
  const age = fetchedAt === undefined ? undefined : now - fetchedAt;
  return <MetricsProblem code={problem.code} message={problem.message} age={age} />;
}

/** What one has to know about the whole table, above it. */
export function FleetTrouble(props: FleetTroubleProps) {
  const { kedaInstalled, problem, fetchedAt, unmeasured, failure } = props;
  return (
    <div className="llm-autoscaling__notices">
      {!kedaInstalled && <KedaMissing />}
      {problem !== undefined && <OldNumbers problem={problem} fetchedAt={fetchedAt} />}
      {unmeasured > 0 && <MetricsOff serving={unmeasured} />}
      {failure !== undefined && <ChangeFailure failure={failure} />}
    </div>
  );
}
