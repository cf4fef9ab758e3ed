import { known } from '../resources/known';
import { holdOf } from '../resources/pause';
import type { Rule } from './statusInput';

/**
 * One direction is paused. It comes after all that happens to the replicas: a model whose scale-down is paused can scale
 * up, wait for GPUs or be at its maximum, and that is what there is to say of it then.
 */
export const held: Rule = ({ model: { scaledObject }, replicas }) => {
  const hold = scaledObject && holdOf(scaledObject);
  const { desired, ready = 0 } = replicas;
  if (desired !== undefined && ready < desired) return undefined;
  return hold && known({ code: 'held' as const, replicas: replicas.spec, ...hold });
};
