import type { HorizontalPodAutoscalerBehavior, ScalingRules } from '../resources/horizontalPodAutoscaler';
import type { InferenceService } from '../resources/inferenceService';
import { known } from '../resources/known';
import type { AutoscalingPolicy } from './autoscalingPolicy';
import type { PatchOperation } from './patchOperation';

/** Stabilization windows in seconds; absent: not set, and the default of the cluster counts. */
export type Windows = Pick<AutoscalingPolicy, 'scaleUpWindowSeconds' | 'scaleDownWindowSeconds'>;

/** Where an object keeps the rules of its HPA. */
export interface BehaviorPlace {
  path: string;
  stored: HorizontalPodAutoscalerBehavior | undefined;
  /** Where there are none yet: tests what is there instead, and adds them. */
  first: (behavior: HorizontalPodAutoscalerBehavior) => PatchOperation[];
}

/**
 * Sets, changes and removes the stabilization windows; other rules of the behavior stay, although KServe keeps only the
 * windows. autoScaling has to be there. A test of what is there now comes first.
 */
export function windowsPatch({ spec }: InferenceService, wanted: Windows): PatchOperation[] {
  const { autoScaling } = spec.predictor;
  const parent = '/spec/predictor/autoScaling';
  const path = `${parent}/behavior`;
  return behaviorPatch(
    {
      path,
      stored: autoScaling?.behavior,
      first: (value) => [
        { op: 'test', path: parent, value: autoScaling },
        { op: 'add', path, value },
      ],
    },
    wanted,
  );
}

/** The same for any object that keeps such rules. */
export function behaviorPatch({ path, stored, first }: BehaviorPlace, wanted: Windows): PatchOperation[] {
  const scaleUp = withWindow(stored?.scaleUp, wanted.scaleUpWindowSeconds);
  const scaleDown = withWindow(stored?.scaleDown, wanted.scaleDownWindowSeconds);
  if (scaleUp === stored?.scaleUp && scaleDown === stored?.scaleDown) return [];
  if (stored === undefined) return first(known({ scaleUp, scaleDown }));
  const test: PatchOperation = { op: 'test', path, value: stored };
  if (scaleUp === undefined && scaleDown === undefined) return [test, { op: 'remove', path }];
  return [
    test,
    ...rulesEdit(`${path}/scaleUp`, stored.scaleUp, scaleUp),
    ...rulesEdit(`${path}/scaleDown`, stored.scaleDown, scaleDown),
  ];
}

/** The rules with another window; undefined when nothing is left of them. */
function withWindow(rules: ScalingRules | undefined, seconds: number | undefined): ScalingRules | undefined {
  if (rules?.stabilizationWindowSeconds === seconds) return rules;
  if (seconds !== undefined) return { ...rules, stabilizationWindowSeconds: seconds };
  const others = { ...rules };
  delete others.stabilizationWindowSeconds;
  return Object.keys(others).length === 0 ? undefined : others;
}

function rulesEdit(
  path: string,
  stored: ScalingRules | undefined,
  wanted: ScalingRules | undefined,
): PatchOperation[] {
  if (stored === wanted) return [];
  if (wanted === undefined) return [{ op: 'remove', path }];
  const window = `${path}/stabilizationWindowSeconds`;
  if (stored === undefined) return [{ op: 'add', path, value: wanted }];
  const { stabilizationWindowSeconds: seconds } = wanted;
  return [
    seconds === undefined ? { op: 'remove', path: window } : { op: 'add', path: window, value: seconds },
  ];
}
