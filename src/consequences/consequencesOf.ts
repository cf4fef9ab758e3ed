import { otherMetrics } from '../policy/otherMetrics';
import { holdOf, pauseOf } from '../resources/pause';
import { ownHpaOf } from '../resources/ownHpa';
import { replicasOf } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';
import { boundsAtOnce } from './boundsAtOnce';
import type { Consequence } from './consequence';
import { gitOpsManagerOf } from './gitOps';
import { gpusAtMax, restartConsequence } from './gpuConsequences';
import type { PlannedChange } from './plannedChange';
import { triggerLints } from './triggerLints';
import { wantedReplicas, withinBounds } from './wantedReplicas';
import { windowConsequences } from './windowConsequences';

/**
 * What the change will do, the most direct first. A paused model takes no part in arithmetic: nothing scales until it is
 * resumed.
 */
export function consequencesOf(change: PlannedChange): Consequence[] {
  const { model, after } = change;
  const paused = model.scaledObject !== undefined && pauseOf(model.scaledObject) !== undefined;
  const manager = gitOpsManagerOf(model.inferenceService);
  return [
    ...(manager === undefined ? [] : [{ code: 'gitOps', tone: 'warning', manager } as const]),
    restartConsequence(change),
    ...removedHpa(change),
    ...keptClasses(change),
    ...keptMetrics(change),
    ...heldConsequence(model),
    ...(paused ? [{ code: 'paused', tone: 'info' } as const] : scaling(change)),
    ...gpusAtMax(change),
    ...windowConsequences(change),
    ...(after.mode === 'keda' ? triggerLints(model, after.triggers) : []),
  ];
}

/** KServe's own HPA goes with any save of a policy of KEDA's: the two do not tolerate each other. */
function removedHpa({ model, after, patch }: PlannedChange): Consequence[] {
  const hpa = after.mode === 'keda' && patch.length > 0 ? ownHpaOf(model) : undefined;
  if (hpa === undefined) return [];
  const names = [`HorizontalPodAutoscaler ${hpa.metadata.name}`];
  return [{ code: 'removesObjects', tone: 'info', names }];
}

function heldConsequence({ scaledObject }: ServedModel): Consequence[] {
  const hold = scaledObject && holdOf(scaledObject);
  return hold === undefined ? [] : [{ code: 'held', tone: 'info', down: hold.down, up: hold.up }];
}

/** The components whose class the patch writes down, so that they keep it. */
function keptClasses({ patch }: PlannedChange): Consequence[] {
  const components = ['transformer', 'explainer'].filter((name) =>
    patch.some(({ path }) => path.startsWith(`/spec/${name}/annotations`)),
  );
  return components.length === 0 ? [] : [{ code: 'keepsClass', tone: 'info', components }];
}

/** The policy holds Prometheus triggers only, and its patch leaves what else is counted. */
function keptMetrics({ model, after }: PlannedChange): Consequence[] {
  const metrics = after.mode === 'keda' ? otherMetrics(model.inferenceService) : [];
  return metrics.length === 0 ? [] : [{ code: 'keepsMetrics', tone: 'info', metrics }];
}

function scaling(change: PlannedChange): Consequence[] {
  const { model, after, loads } = change;
  const { spec } = replicasOf(model);
  if (spec === undefined || spec === 0) return [];
  if (!Number.isFinite(withinBounds(spec, after))) return [];
  const wanted = after.mode === 'keda' ? wantedReplicas(model, after, loads) : undefined;
  return [
    ...boundsAtOnce(model, after),
    ...(wanted === undefined ? [] : [{ ...wanted, tone: 'info' } as const]),
  ];
}
