import { pauseOf } from '../resources/pause';
import { replicasOf } from '../resources/replicas';
import type { Consequence } from './consequence';
import { gitOpsManagerOf } from './gitOps';
import { gpusAtMax, restartConsequence } from './gpuConsequences';
import type { PlannedChange } from './plannedChange';
import { triggerLints } from './triggerLints';
import { wantedReplicas, withinBounds } from './wantedReplicas';
import { windowConsequences } from './windowConsequences';

/** Grace that Kubernetes gives a pod when its template says nothing, in seconds. */
const defaultGrace = 30;

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
    ...(paused ? [{ code: 'paused', tone: 'info' } as const] : scaling(change)),
    ...gpusAtMax(change),
    ...windowConsequences(change),
    ...(after.mode === 'keda' ? triggerLints(model, after.triggers) : []),
  ];
}

function scaling(change: PlannedChange): Consequence[] {
  const { model, after, loads } = change;
  const { spec } = replicasOf(model);
  if (spec === undefined || spec === 0) return [];
  const bounded = withinBounds(spec, after);
  if (!Number.isFinite(bounded)) return [];
  const found: Consequence[] = [];
  if (bounded !== spec) {
    const bound = bounded > spec ? 'min' : 'max';
    found.push({
      code: 'atOnce',
      tone: bound === 'max' ? 'warning' : 'info',
      from: spec,
      to: bounded,
      bound,
    });
  }
  if (bounded < spec) {
    const seconds = model.deployment?.spec.template.spec.terminationGracePeriodSeconds ?? defaultGrace;
    found.push({ code: 'cutsRequests', tone: 'warning', replicas: spec - bounded, seconds });
  }
  const wanted = after.mode === 'keda' ? wantedReplicas(model, after, loads) : undefined;
  if (wanted !== undefined) found.push({ ...wanted, tone: 'info' });
  return found;
}
