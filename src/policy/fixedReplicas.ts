import type { InferenceService } from '../resources/inferenceService';
import { known } from '../resources/known';
import { readAutoscalingPolicy, type AutoscalingPolicy } from './autoscalingPolicy';
import { replicaProblem, type PolicyProblem } from './validate';

/**
 * The policy without autoscaling: KServe keeps the Deployment at minReplicas (class none, deployment_reconciler.go). A
 * maximum has no effect then, but KServe's webhook refuses one below the minimum, so it rises with it.
 */
export function fixedPolicy(inferenceService: InferenceService, replicas: number): AutoscalingPolicy {
  const { maxReplicas } = readAutoscalingPolicy(inferenceService);
  return known({
    mode: 'none' as const,
    minReplicas: replicas,
    maxReplicas: maxReplicas === undefined ? undefined : Math.max(maxReplicas, replicas),
    triggers: [],
  });
}

/** What is wrong with a fixed number of replicas; undefined when nothing is. To have none, a model is stopped. */
export function fixedProblem(replicas: number): PolicyProblem | undefined {
  return replicaProblem('minReplicas', replicas);
}
