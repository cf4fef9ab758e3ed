import { Suspense } from 'react';
import { useFleet, useServed } from '../../data/useFleet';
import { llmInferenceServiceKind } from '../../resources/kinds';
import { FleetBody } from './FleetBody';
import { Instead, LlmServices } from './lazyViews';

interface FleetProps {
  /** The project, undefined for all of them. */
  namespace: string | undefined;
}

/** The table of the models, or what stands in its place. */
export function Fleet({ namespace }: FleetProps) {
  const fleet = useFleet(namespace);
  const { problem, loading, models } = fleet;
  const others = useServed(llmInferenceServiceKind);
  return (
    <>
      {problem === undefined && (loading || models.size > 0) ? (
        <FleetBody namespace={namespace} fleet={fleet} />
      ) : (
        <Suspense fallback={null}>
          <Instead problem={problem} namespace={namespace} />
        </Suspense>
      )}
      <Suspense fallback={null}>{others && !loading && <LlmServices namespace={namespace} />}</Suspense>
    </>
  );
}
