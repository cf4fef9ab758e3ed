import { httpDefaults, type HttpPolicy } from '../policy/httpPolicy';
import { startDeadline } from '../resources/coldStart';
import { pauseOf } from '../resources/pause';
import type { ScaledObject } from '../resources/scaledObject';
import type { ServedModel } from '../resources/servedModel';
import { boundsAtOnce } from './boundsAtOnce';
import type { Consequence } from './consequence';
import { gitOpsManagerOf } from './gitOps';
import { gpusAtMax } from './gpuConsequences';
import type { PlannedChange } from './plannedChange';
import { idleCosts, windowCosts } from './windowConsequences';

/** A change of a model's own ScaledObject (mode http), before it is made; GPUs where they are known. */
export interface HttpChange extends Pick<PlannedChange, 'gpus' | 'quota'> {
  model: ServedModel;
  scaledObject: ScaledObject;
  before: HttpPolicy;
  after: HttpPolicy;
}

/** What a change of a model's own ScaledObject will do; nothing restarts. */
export function httpConsequences(change: HttpChange): Consequence[] {
  const { model, scaledObject, after } = change;
  const manager = gitOpsManagerOf(scaledObject) ?? gitOpsManagerOf(model.inferenceService);
  return [
    ...(manager === undefined ? [] : [{ code: 'gitOps', tone: 'warning', manager } as const]),
    { code: 'noRestart', tone: 'good' },
    ...(pauseOf(scaledObject) === undefined ? boundsAtOnce(model, after) : []),
    ...gpusAtMax(change),
    ...cooldownCosts(change),
    ...windowCosts(change),
  ];
}

/** Cooldowns count on the way to 0 only. */
function cooldownCosts({ model, scaledObject, before, after }: HttpChange): Consequence[] {
  if (after.minReplicas !== 0) return [];
  const [idle, first] = (['cooldownSeconds', 'initialCooldownSeconds'] as const).map((field) => {
    const [old = httpDefaults[field], next = httpDefaults[field]] = [before[field], after[field]];
    return old === next ? undefined : next;
  });
  const untouched = scaledObject.status?.lastActiveTime === undefined;
  return [
    ...(idle === undefined ? [] : idleCosts(model, idle, 1)),
    ...(first !== undefined && untouched && first * 1000 < startDeadline(model.deployment)
      ? [{ code: 'loadingCut', tone: 'warning', seconds: first } as const]
      : []),
  ];
}
