import type { ScalingRules } from '../resources/horizontalPodAutoscaler';
import type { InferenceService, Predictor } from '../resources/inferenceService';
import { known } from '../resources/known';
import type { AutoscalingPolicy } from './autoscalingPolicy';
import type { PatchOperation } from './patchOperation';

type Windows = Pick<AutoscalingPolicy, 'scaleUpWindowSeconds' | 'scaleDownWindowSeconds'>;

const behaviorPath = '/spec/predictor/autoScaling/behavior';

/**
 * Sets, changes and removes the stabilization windows; other rules of the behavior stay, although KServe keeps only the
 * windows. autoScaling has to be there. A test of what is there now comes first.
 */
export function windowsPatch({ spec }: InferenceService, wanted: Windows): PatchOperation[] {
  const { autoScaling } = spec.predictor;
  const stored = autoScaling?.behavior;
  const scaleUp = withWindow(stored?.scaleUp, wanted.scaleUpWindowSeconds);
  const scaleDown = withWindow(stored?.scaleDown, wanted.scaleDownWindowSeconds);
  if (scaleUp === stored?.scaleUp && scaleDown === stored?.scaleDown) return [];
  const test = testOf(autoScaling);
  if (stored === undefined) {
    return [test, { op: 'add', path: behaviorPath, value: known({ scaleUp, scaleDown }) }];
  }
  if (scaleUp === undefined && scaleDown === undefined) return [test, { op: 'remove', path: behaviorPath }];
  return [
    test,
    ...rulesEdit('scaleUp', stored.scaleUp, scaleUp),
    ...rulesEdit('scaleDown', stored.scaleDown, scaleDown),
  ];
}

function testOf(autoScaling: Predictor['autoScaling']): PatchOperation {
  return autoScaling?.behavior === undefined
    ? { op: 'test', path: '/spec/predictor/autoScaling', value: autoScaling }
    : { op: 'test', path: behaviorPath, value: autoScaling.behavior };
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
  direction: 'scaleUp' | 'scaleDown',
  stored: ScalingRules | undefined,
  wanted: ScalingRules | undefined,
): PatchOperation[] {
  const path = `${behaviorPath}/${direction}`;
  if (stored === wanted) return [];
  if (wanted === undefined) return [{ op: 'remove', path }];
  const window = `${path}/stabilizationWindowSeconds`;
  if (stored === undefined) return [{ op: 'add', path, value: wanted }];
  const { stabilizationWindowSeconds: seconds } = wanted;
  return [
    seconds === undefined ? { op: 'remove', path: window } : { op: 'add', path: window, value: seconds },
  ];
}
