import { gpusOf } from '../resources/gpus';
import type { Consequence } from './consequence';
import type { PlannedChange } from './plannedChange';

/** Below this a short lull takes replicas away that then load their model again, in seconds. */
const shortWindow = 60;

/** What the windows cost, where they were changed, and what KServe drops of the behavior. */
export function windowConsequences(change: PlannedChange): Consequence[] {
  const { before, after, windowsSupported, model } = change;
  const { scaleUpWindowSeconds: up, scaleDownWindowSeconds: down } = after;
  const wanted = up !== undefined || down !== undefined;
  if (wanted && windowsSupported === false) return [{ code: 'windowsNotKept', tone: 'warning' }];
  const found: Consequence[] = [];
  if (up !== before.scaleUpWindowSeconds && up !== undefined && up > 0) {
    found.push({ code: 'slowUp', tone: 'warning', seconds: up });
  }
  if (down !== before.scaleDownWindowSeconds && down !== undefined) {
    const surplus = Math.max(0, (after.maxReplicas ?? 0) - after.minReplicas) * gpusOf(model).perReplica;
    if (down < shortWindow) found.push({ code: 'shortWindow', tone: 'warning', seconds: down });
    else if (surplus > 0) found.push({ code: 'holdsGpus', tone: 'info', seconds: down, gpus: surplus });
  }
  return [...found, ...droppedRules(change)];
}

function droppedRules({ model }: PlannedChange): Consequence[] {
  const { behavior } = model.inferenceService.spec.predictor.autoScaling ?? {};
  const rules = (['scaleUp', 'scaleDown'] as const).flatMap((direction) =>
    Object.keys(behavior?.[direction] ?? {})
      .filter((rule) => rule !== 'stabilizationWindowSeconds')
      .map((rule) => `${direction}.${rule}`),
  );
  return rules.length === 0 ? [] : [{ code: 'rulesNotKept', tone: 'warning', rules }];
}
