import { deploymentModeOf, isRawMode } from '../resources/deploymentMode';
import type { InferenceService } from '../resources/inferenceService';
import { predictorNames } from '../resources/predictorNames';
import type { PolicyValues } from './policy';

/** Why a value cannot be stored. `limit`: the bound that it breaks. */
export interface PolicyProblem {
  code:
    | 'notANumber'
    | 'notAnInteger'
    | 'belowLimit'
    | 'maxBelowMin'
    | 'thresholdNotPositive'
    | 'thresholdTooFine';
  field: keyof PolicyValues;
  value: number;
  limit?: number;
}

/** Why the autoscaler cannot be switched on for a model. */
export type EnableProblem =
  /** KEDA scales Deployments; `mode` as found in the object. */
  | { code: 'notRawMode'; mode: string }
  /** KEDA's HPA keda-hpa-<predictor> would have a longer name than Kubernetes and KEDA take; numbers of characters. */
  | { code: 'nameTooLong'; name: string; length: number; limit: number };

/** Decimals that survive: the HPA calculates in thousandths. */
const milli = 1000;

/**
 * Problems of the numbers, per field; empty when they can be stored. With a Prometheus trigger a minimum of 0 goes to
 * zero and never wakes, since nothing is measured at zero: 1 is the least (the HTTP add-on is the way to zero).
 */
export function validateValues(values: PolicyValues): PolicyProblem[] {
  const { minReplicas, maxReplicas } = values;
  const problems = [
    replicaProblem('minReplicas', minReplicas),
    replicaProblem('maxReplicas', maxReplicas),
    thresholdProblem(values.threshold),
  ].filter((problem) => problem !== undefined);
  return problems.some(({ field }) => field !== 'threshold') || maxReplicas >= minReplicas
    ? problems
    : [...problems, { code: 'maxBelowMin', field: 'maxReplicas', value: maxReplicas, limit: minReplicas }];
}

/** The longest name of an HPA that KEDA takes (it becomes a label value), and what KEDA puts before the predictor's name. */
const longestHpaName = 63;
const kedaHpaPrefix = 'keda-hpa-';

/** What stands against switching the autoscaler on; empty when nothing does. */
export function enableProblems(inferenceService: InferenceService): EnableProblem[] {
  const { name } = inferenceService.metadata;
  const added = kedaHpaPrefix.length + (predictorNames(inferenceService)[0] ?? name).length - name.length;
  const limit = longestHpaName - added;
  const problems: EnableProblem[] = [];
  if (!isRawMode(inferenceService)) {
    problems.push({ code: 'notRawMode', mode: deploymentModeOf(inferenceService) ?? '' });
  }
  if (name.length > limit) problems.push({ code: 'nameTooLong', name, length: name.length, limit });
  return problems;
}

/** What is wrong with a number of replicas; undefined when nothing is. `least`: 0 where requests wake the model. */
export function replicaProblem(
  field: 'minReplicas' | 'maxReplicas',
  value: number,
  least = 1,
): PolicyProblem | undefined {
  if (!Number.isFinite(value)) return { code: 'notANumber', field, value };
  if (!Number.isInteger(value)) return { code: 'notAnInteger', field, value };
  return value < least ? { code: 'belowLimit', field, value, limit: least } : undefined;
}

/** What is wrong with a threshold; undefined when nothing is. */
export function thresholdProblem(value: number): PolicyProblem | undefined {
  const field = 'threshold';
  if (!Number.isFinite(value)) return { code: 'notANumber', field, value };
  if (value <= 0) return { code: 'thresholdNotPositive', field, value, limit: 0 };
  const thousandths = Math.round(value * milli);
  return thousandths / milli === value
    ? undefined
    : { code: 'thresholdTooFine', field, value, limit: 1 / milli };
}
