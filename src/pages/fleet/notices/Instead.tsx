import { EmptyFleet } from '../../../components/EmptyFleet';
import { ReadProblem } from '../../../components/ReadProblem';
import type { ReadError } from '../../../data/readError';

interface InsteadProps {
  /** Why there is no table; undefined: there are no models. */
  problem: ReadError | undefined;
  namespace: string | undefined;
}

/** What stands in the place of the whole page. */
export function Instead({ problem, namespace }: InsteadProps) {
  return problem === undefined ? (
    <EmptyFleet namespace={namespace} />
  ) : (
    <ReadProblem problem={problem} namespace={namespace} />
  );
}
