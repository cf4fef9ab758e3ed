import type { ScalingRules } from '../resources/horizontalPodAutoscaler';
import { known } from '../resources/known';
import { decidingArithmetic } from './decidingArithmetic';
import { scalingOf } from './scalingFacts';
import { isStabilized } from './stabilized';
import type { Rule, StatusInput } from './statusInput';

/** kube-controller-manager's --horizontal-pod-autoscaler-downscale-stabilization. */
const defaultWindowSeconds = 300;

/** More replicas than the load asks for, kept by the scale-down window (or for ever, when scaling down is switched off). */
export const holding: Rule = (input) => {
  const { desired, min } = input.replicas;
  const { kedaHpa } = input.model;
  if (kedaHpa === undefined || desired === undefined || desired <= Math.max(1, min)) return undefined;
  if (!wantsFewer(input, desired)) return undefined;
  return known({
    code: 'holding' as const,
    replicas: desired,
    ...endOf(input, kedaHpa.spec.behavior?.scaleDown),
    ...scalingOf(input),
  });
};

/** The live load tells it sooner than the HPA's condition, which stays until the next sync. */
function wantsFewer(input: StatusInput, desired: number): boolean {
  const arithmetic = decidingArithmetic(input);
  return arithmetic === undefined ? isStabilized(input) : arithmetic.replicas < desired;
}

function endOf(input: StatusInput, rules: ScalingRules | undefined) {
  const windowSeconds = rules?.stabilizationWindowSeconds ?? defaultWindowSeconds;
  const scaleDownDisabled = rules?.selectPolicy === 'Disabled';
  const lastHighAt = scaleDownDisabled ? undefined : input.load?.lastHighAt;
  return {
    windowSeconds,
    scaleDownDisabled,
    to: decidingArithmetic(input)?.replicas,
    until: lastHighAt === undefined ? undefined : lastHighAt + windowSeconds * 1000,
  };
}
