import type { InferenceService } from '../resources/inferenceService';
import type { AutoscalingPolicy } from './autoscalingPolicy';
import { modeOf } from './readPolicy';
import type { PolicyTrigger } from './trigger';
import { enableProblems, replicaProblem, thresholdProblem } from './validate';

/** Where a problem is. */
export type PolicyField =
  | 'minReplicas'
  | 'maxReplicas'
  | 'threshold'
  | 'query'
  | 'serverAddress'
  | 'namespace'
  | 'triggers'
  | 'scaleUpWindow'
  | 'scaleDownWindow'
  | 'model';

/** Why a policy cannot be saved. `trigger`: the place of the trigger that it is about; `limit`: the bound that it breaks. */
export interface PolicyIssue {
  code:
    | 'notANumber'
    | 'notAnInteger'
    | 'belowLimit'
    | 'maxBelowMin'
    | 'thresholdNotPositive'
    | 'thresholdTooFine'
    | 'windowOutOfRange'
    | 'noTriggers'
    | 'queryEmpty'
    | 'serverAddressEmpty'
    | 'namespaceMissing'
    | 'sameTrigger'
    | 'scaleMetric'
    | 'notRawMode'
    | 'nameTooLong';
  field: PolicyField;
  trigger?: number;
  limit?: number;
}

/** The longest window that the HPA takes, in seconds (kubernetes pkg/apis/autoscaling/validation). */
const longestWindow = 3600;

/** What stands against saving the policy, for all fields at once; empty when nothing does. NaN stands for a text that is no number. */
export function policyProblems(policy: AutoscalingPolicy, inferenceService: InferenceService): PolicyIssue[] {
  return [
    ...boundProblems(policy),
    ...policy.triggers.flatMap((trigger, index) => triggerProblems(trigger, index, policy.triggers)),
    ...(policy.triggers.length === 0 ? [{ code: 'noTriggers', field: 'triggers' } as const] : []),
    ...windowProblems('scaleUpWindow', policy.scaleUpWindowSeconds),
    ...windowProblems('scaleDownWindow', policy.scaleDownWindowSeconds),
    ...modelProblems(inferenceService),
  ];
}

/**
 * With Prometheus triggers the least minimum is 1: at 0 nothing is measured and the model never wakes. A maximum has to
 * be there, since KServe takes the minimum for one that is not set.
 */
function boundProblems({ minReplicas, maxReplicas = NaN }: AutoscalingPolicy): PolicyIssue[] {
  const problems = [
    replicaProblem('minReplicas', minReplicas),
    replicaProblem('maxReplicas', maxReplicas),
  ].filter((problem) => problem !== undefined);
  return problems.length > 0 || maxReplicas >= minReplicas
    ? problems
    : [{ code: 'maxBelowMin', field: 'maxReplicas', limit: minReplicas }];
}

function triggerProblems(
  trigger: PolicyTrigger,
  index: number,
  all: readonly PolicyTrigger[],
): PolicyIssue[] {
  const threshold = thresholdProblem(trigger.threshold);
  const tenancy = trigger.serverAddress.trim().replace(/\/$/, '').endsWith(':9092');
  const found: (PolicyIssue | undefined | false)[] = [
    threshold && { ...threshold, trigger: index },
    trigger.query.trim() === '' && { code: 'queryEmpty', field: 'query', trigger: index },
    trigger.serverAddress.trim() === '' && {
      code: 'serverAddressEmpty',
      field: 'serverAddress',
      trigger: index,
    },
    // The proxy before this port answers 400 without the parameter (cluster-monitoring-operator, thanos-querier).
    tenancy &&
      (trigger.namespace ?? '') === '' && { code: 'namespaceMissing', field: 'namespace', trigger: index },
    trigger.query.trim() !== '' &&
      all.slice(0, index).some(({ query }) => query === trigger.query) && {
        code: 'sameTrigger',
        field: 'query',
        trigger: index,
      },
  ];
  return found.filter((problem) => typeof problem === 'object');
}

function windowProblems(
  field: 'scaleUpWindow' | 'scaleDownWindow',
  seconds: number | undefined,
): PolicyIssue[] {
  const problem = secondsProblem(seconds);
  return problem === undefined ? [] : [{ ...problem, field }];
}

/** What is wrong with a number of seconds; undefined when nothing is, or none is set. */
export function secondsProblem(
  seconds: number | undefined,
  longest = longestWindow,
): Pick<PolicyIssue, 'code' | 'limit'> | undefined {
  if (seconds === undefined) return undefined;
  if (!Number.isFinite(seconds)) return { code: 'notANumber' };
  if (!Number.isInteger(seconds)) return { code: 'notAnInteger' };
  return seconds < 0 || seconds > longest ? { code: 'windowOutOfRange', limit: longest } : undefined;
}

/** KServe's webhook refuses scaleMetric together with KEDA. A change of the class to keda takes it away, other edits do not. */
function modelProblems(inferenceService: InferenceService): PolicyIssue[] {
  const others = enableProblems(inferenceService).map((problem): PolicyIssue => {
    return problem.code === 'nameTooLong'
      ? { code: problem.code, field: 'model', limit: problem.limit }
      : { code: problem.code, field: 'model' };
  });
  return inferenceService.spec.predictor.scaleMetric === undefined || modeOf(inferenceService) !== 'keda'
    ? others
    : [...others, { code: 'scaleMetric', field: 'model' }];
}
