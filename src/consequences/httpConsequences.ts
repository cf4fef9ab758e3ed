import type { HttpPolicy } from '../policy/httpPolicy';
import { pauseOf } from '../resources/pause';
import type { ScaledObject } from '../resources/scaledObject';
import type { ServedModel } from '../resources/servedModel';
import { boundsAtOnce } from './boundsAtOnce';
import type { Consequence } from './consequence';
import { gitOpsManagerOf } from './gitOps';
import { gpusAtMax } from './gpuConsequences';
import type { PlannedChange } from './plannedChange';

/** What a change of a model's own ScaledObject will do (mode http); nothing restarts. `room`: GPUs, where they are known. */
export function httpConsequences(
  model: ServedModel,
  scaledObject: ScaledObject,
  after: HttpPolicy,
  room: Pick<PlannedChange, 'gpus' | 'quota'>,
): Consequence[] {
  const manager = gitOpsManagerOf(scaledObject) ?? gitOpsManagerOf(model.inferenceService);
  return [
    ...(manager === undefined ? [] : [{ code: 'gitOps', tone: 'warning', manager } as const]),
    ...(pauseOf(scaledObject) === undefined ? boundsAtOnce(model, after) : []),
    ...gpusAtMax({ model, after, ...room }),
  ];
}
