import type { Windows } from '../policy/windowsPatch';
import { gpusOf } from '../resources/gpus';
import type { ServedModel } from '../resources/servedModel';
import type { Consequence } from './consequence';
import type { PlannedChange } from './plannedChange';
import type { Bounds } from './wantedReplicas';

/** Below this a short lull takes replicas away that then load their model again, in seconds. */
const shortWindow = 60;

/** What the windows cost, where they were changed, and what KServe drops of the behavior. */
export function windowConsequences(change: PlannedChange): Consequence[] {
  const { after, windowsSupported } = change;
  const wanted = after.scaleUpWindowSeconds !== undefined || after.scaleDownWindowSeconds !== undefined;
  if (wanted && windowsSupported === false) return [{ code: 'windowsNotKept', tone: 'warning' }];
  return [...windowCosts(change), ...droppedRules(change)];
}

interface WindowChange {
  model: ServedModel;
  before: Windows;
  after: Windows & Bounds;
}

/** What windows cost that are changed. */
export function windowCosts({ model, before, after }: WindowChange): Consequence[] {
  const { scaleUpWindowSeconds: up, scaleDownWindowSeconds: down } = after;
  const found: Consequence[] = [];
  if (up !== before.scaleUpWindowSeconds && up !== undefined && up > 0) {
    found.push({ code: 'slowUp', tone: 'warning', seconds: up });
  }
  if (down !== before.scaleDownWindowSeconds && down !== undefined) {
    // To 0 it goes by KEDA's cooldown, not by a window.
    const surplus = Math.max(0, (after.maxReplicas ?? 0) - Math.max(1, after.minReplicas));
    found.push(...idleCosts(model, down, surplus));
  }
  return found;
}

/** What it costs that so many replicas stay so long without load. */
export function idleCosts(model: ServedModel, seconds: number, replicas: number): Consequence[] {
  if (seconds < shortWindow) return [{ code: 'shortWindow', tone: 'warning', seconds }];
  const gpus = replicas * gpusOf(model).perReplica;
  return gpus > 0 ? [{ code: 'holdsGpus', tone: 'info', seconds, gpus }] : [];
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
