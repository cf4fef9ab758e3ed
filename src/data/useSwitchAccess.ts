import { useEffect } from 'react';
import { horizontalPodAutoscalerKind, inferenceServiceKind, scaledObjectKind } from '../resources/kinds';
import type { ServedModel } from '../resources/servedModel';
import { ownHpaPlace } from './ownObjects';
import { nextOf } from './switchAction';
import { useRight } from './useRight';
import type { Access } from './useRight';

/** What the newest review said: what the next one will most likely say. */
let guess: Access['state'] = 'loading';

/** Whether the next switching of a model is allowed. */
export interface SwitchAccess {
  /** The reviews that it needs (see needsOf). */
  reviews: readonly Access[];
  /** They are not answered, and it cannot be said that they will most likely allow it. */
  checking: boolean;
}

/**
 * Reviews only what the next switching of a model needs. Fifty rows of as many projects would else send two hundred
 * reviews. A component that uses this is for one project: the console's hook keeps the answer for the last one meanwhile.
 */
export function useSwitchAccess(model: ServedModel): SwitchAccess {
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
  useEffect(() => {
    if (patch.state !== 'loading') guess = patch.state;
  }, [patch]);
  const reviews = removesHpa ? [patch, removal] : [patch];
  return { reviews, checking: guess !== 'allowed' && reviews.some(({ state }) => state === 'loading') };
}
