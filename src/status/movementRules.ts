import { findCondition } from '../resources/conditions';
import { known } from '../resources/known';
import { timeOf } from '../resources/time';
import { decidingArithmetic } from './decidingArithmetic';
import { scalingOf } from './scalingFacts';
import type { Rule, StatusInput } from './statusInput';

/** After this long (ms) a replica that is not ready no longer counts as part of a scale-up. */
export const scaleUpMs = 15 * 60_000;

/** Replicas are being added: wanted but not asked for yet, or asked for lately and not ready yet. */
export const scalingUp: Rule = (input) => {
  const { desired, spec, ready = 0 } = input.replicas;
  if (input.model.scaledObject === undefined || desired === undefined || spec === undefined) return undefined;
  const to = Math.max(desired, measuredWish(input));
  if (to <= spec && !isOnItsWay(input, desired)) return undefined;
  return known({
    code: 'scalingUp' as const,
    from: ready,
    to,
    since: lastScaleTime(input),
    ...scalingOf(input),
  });
};

/** Replicas that the load of now asks for, which the HPA acts on at its next sync; 0 when it may not add any. */
function measuredWish(input: StatusInput): number {
  const arithmetic = decidingArithmetic(input);
  const isStopped = input.model.kedaHpa?.spec.behavior?.scaleUp?.selectPolicy === 'Disabled';
  return arithmetic?.source === 'prometheus' && !isStopped ? arithmetic.replicas : 0;
}

function isOnItsWay(input: StatusInput, desired: number): boolean {
  const { arithmetic, now } = input;
  const { ready = 0, min } = input.replicas;
  const recent = now - (lastScaleTime(input) ?? -Infinity) < scaleUpMs;
  const stillWanted = arithmetic === undefined || arithmetic.replicas >= desired;
  return ready < desired && desired > min && recent && stillWanted;
}

/**
 * The HPA wants fewer than the Deployment has, or has just set fewer: SucceededRescale stands until its next sync,
 * and all replicas being ready at once means that none was added.
 */
export const scalingDown: Rule = (input) => {
  const { desired, spec, current = 0, ready = 0 } = input.replicas;
  const { kedaHpa } = input.model;
  if (kedaHpa === undefined || desired === undefined || spec === undefined) return undefined;
  const able = findCondition(kedaHpa.status?.conditions, 'AbleToScale');
  const rescaled = able?.reason === 'SucceededRescale' && ready >= desired;
  if (desired >= spec && !rescaled) return undefined;
  const from = Math.max(spec, current);
  return known({
    code: 'scalingDown' as const,
    from: from > desired ? from : undefined,
    to: desired,
    ...scalingOf(input),
  });
};

/** Replicas that no scale-up explains are not ready. */
export const loading: Rule = (input) => {
  const { desired, ready = 0 } = input.replicas;
  if (desired === undefined || ready >= desired) return undefined;
  return known({
    code: 'loading' as const,
    replicas: desired - ready,
    ready,
    desired,
    since: lastScaleTime(input),
  });
};

function lastScaleTime({ model }: StatusInput): number | undefined {
  return timeOf(model.kedaHpa?.status?.lastScaleTime);
}
