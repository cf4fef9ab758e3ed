import { Suspense } from 'react';
import { useFleet } from '../../data/useFleet';
import { FleetBody } from './FleetBody';
import { Instead } from './lazyViews';

interface FleetProps {
  /** The project, undefined for all of them. */
  namespace: string | undefined;
}

/** The table of the models, or what stands in its place. */
export function Fleet({ namespace }: FleetProps) {
  const fleet = useFleet(namespace);
  const { problem, loading, models } = fleet;
  if (problem === undefined && (loading || models.size > 0)) {
    return <FleetBody namespace={namespace} fleet={fleet} />;
  }
  return (
    <Suspense fallback={null}>
      <Instead problem={problem} namespace={namespace} />
    </Suspense>
  );
}
