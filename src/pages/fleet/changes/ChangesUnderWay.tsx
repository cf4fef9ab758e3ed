import { Suspense } from 'react';
import type { ServedModel } from '../../../resources/servedModel';
import { FleetChange } from '../lazyViews';
import type { FleetChanges } from './useFleetChanges';

interface ChangesUnderWayProps {
  changes: FleetChanges;
  models: ReadonlyMap<string, ServedModel>;
}

/** Runs the changes that were asked for; what writes to the cluster is loaded with the first of them. */
export function ChangesUnderWay({ changes: { underWay, finish }, models }: ChangesUnderWayProps) {
  return (
    <Suspense fallback={null}>
      {[...underWay].map(([key, action]) => {
        const model = models.get(key);
        return model !== undefined && <FleetChange key={key} model={model} action={action} onDone={finish} />;
      })}
    </Suspense>
  );
}
