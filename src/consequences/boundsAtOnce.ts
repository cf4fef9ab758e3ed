import { replicasOf } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';
import type { Consequence } from './consequence';
import { cutRequests } from './cutRequests';
import { withinBounds } from './wantedReplicas';
import type { Bounds } from './wantedReplicas';

/** What new bounds do to the replicas of now, without any window; nothing where they lie within. */
export function boundsAtOnce(model: ServedModel, bounds: Bounds): Consequence[] {
  const { spec = NaN } = replicasOf(model);
  const bounded = withinBounds(spec, bounds);
  if (!Number.isFinite(bounded) || bounded === spec) return [];
  return bounded > spec
    ? [{ code: 'atOnce', tone: 'info', from: spec, to: bounded, bound: 'min' }]
    : [
        { code: 'atOnce', tone: 'warning', from: spec, to: bounded, bound: 'max' },
        cutRequests(model, spec - bounded),
      ];
}
