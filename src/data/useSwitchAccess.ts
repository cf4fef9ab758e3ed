import { horizontalPodAutoscalerKind, inferenceServiceKind, scaledObjectKind } from '../resources/kinds';
import type { ServedModel } from '../resources/servedModel';
import { ownHpaPlace } from './ownObjects';
import { nextOf } from './switchAction';
import { useRight } from './useAccess';
import type { Access } from './useAccess';

/**
 * Reviews only what the next switching of a model needs (see needsOf). Fifty rows of as many projects would else send
 * two hundred reviews.
 */
export function useSwitchAccess(model: ServedModel): readonly Access[] {
  const turnsOn = nextOf(model) === 'turnOn';
  const removesHpa = turnsOn && ownHpaPlace(model) !== undefined;
  const patched = turnsOn ? inferenceServiceKind : scaledObjectKind;
  const patch = useRight('patch', patched, model.namespace);
  // A hook cannot be left out; a review that was asked already is not sent.
  const removal = useRight(
    removesHpa ? 'delete' : 'patch',
    removesHpa ? horizontalPodAutoscalerKind : patched,
    model.namespace,
  );
  return removesHpa ? [patch, removal] : [patch];
}
