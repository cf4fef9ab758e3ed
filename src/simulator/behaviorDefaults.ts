import type { Behavior, ScalingRules } from './autoscaler';

/** Rules of one direction as the API server stores them. */
export type StoredRules = ScalingRules & Required<Pick<ScalingRules, 'selectPolicy' | 'policies'>>;

/** A behavior as the API server stores it: both directions are filled. */
export interface StoredBehavior {
  scaleUp: StoredRules & { stabilizationWindowSeconds: number };
  scaleDown: StoredRules;
}

/** The scale-down window where nothing else is said, seconds: kube-controller-manager's flag default. */
export const defaultDownWindow = 300;

const upDefaults = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
} as const;
const downDefaults = {
  selectPolicy: 'Max',
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
} as const;

function isStored(behavior: Behavior): behavior is StoredBehavior {
  const { scaleUp, scaleDown } = behavior;
  const isUpStored =
    scaleUp?.stabilizationWindowSeconds !== undefined && scaleUp.selectPolicy && scaleUp.policies;
  return Boolean(isUpStored && scaleDown?.selectPolicy && scaleDown.policies);
}

/**
 * A behavior as the API server stores it: it fills both directions as soon as a behavior is there, but leaves the
 * scale-down window open for the controller (kubernetes pkg/apis/autoscaling/v2/defaults.go, contract 3.6 step 4a).
 * One that has it all is returned as it is.
 */
export function withDefaults(behavior: Behavior): StoredBehavior {
  if (isStored(behavior)) return behavior;
  return {
    scaleUp: { ...upDefaults, ...behavior.scaleUp },
    scaleDown: { ...downDefaults, ...behavior.scaleDown },
  };
}
