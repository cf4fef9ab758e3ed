import type { ExternalMetric, InferenceService } from '../resources/inferenceService';
import { known } from '../resources/known';
import { parseQuantity } from '../resources/quantity';
import { kindOfQuery } from './ownQuery';
import type { PolicyMode } from './policy';
import { modeOf } from './readPolicy';
import type { PolicyTrigger, TriggerAuthentication } from './trigger';

/** All that KServe can express of how a model scales. Windows are seconds; absent: not set, the cluster's default counts. */
export interface AutoscalingPolicy {
  mode: PolicyMode;
  minReplicas: number;
  /** Absent: not set, and then KServe never scales above the minimum. */
  maxReplicas?: number;
  /** The Prometheus triggers, in their order; the highest proposal wins. Metrics of other kinds are not among them. */
  triggers: readonly PolicyTrigger[];
  scaleUpWindowSeconds?: number;
  scaleDownWindowSeconds?: number;
}

/** A Prometheus metric of the InferenceService and its place in spec.predictor.autoScaling.metrics. */
export interface StoredTrigger {
  index: number;
  external: ExternalMetric;
  trigger: PolicyTrigger;
}

/** The policy as the InferenceService has it: a minimum that is not set counts as 1, a maximum of 0 as not set. */
export function readAutoscalingPolicy(inferenceService: InferenceService): AutoscalingPolicy {
  const { minReplicas = 1, maxReplicas = 0, autoScaling } = inferenceService.spec.predictor;
  const { scaleUp, scaleDown } = autoScaling?.behavior ?? {};
  return known({
    mode: modeOf(inferenceService),
    minReplicas,
    maxReplicas: maxReplicas === 0 ? undefined : maxReplicas,
    triggers: storedTriggers(inferenceService).map(({ trigger }) => trigger),
    scaleUpWindowSeconds: scaleUp?.stabilizationWindowSeconds,
    scaleDownWindowSeconds: scaleDown?.stabilizationWindowSeconds,
  });
}

/** The Prometheus metrics of an InferenceService, in their order. */
export function storedTriggers(inferenceService: InferenceService): StoredTrigger[] {
  const metrics = inferenceService.spec.predictor.autoScaling?.metrics ?? [];
  return metrics.flatMap(({ type, external }, index) =>
    type === 'External' && external?.metric.backend === 'prometheus'
      ? [{ index, external, trigger: triggerOf(external, inferenceService) }]
      : [],
  );
}

function triggerOf(
  { metric, target, authenticationRef }: ExternalMetric,
  { metadata: { namespace = '', name } }: InferenceService,
): PolicyTrigger {
  const query = metric.query ?? '';
  return known({
    kind: kindOfQuery(query, { namespace, name }) ?? ('query' as const),
    query,
    threshold: parseQuantity(target?.value ?? target?.averageValue) ?? NaN,
    serverAddress: metric.serverAddress ?? '',
    namespace: metric.namespace,
    authentication: authenticationOf(authenticationRef),
  });
}

function authenticationOf(reference: ExternalMetric['authenticationRef']): TriggerAuthentication | undefined {
  return reference && known({ modes: reference.authModes, name: reference.authenticationRef?.name });
}

/** Whether two policies ask for the same; the kinds of triggers follow from their queries and do not count. */
export function samePolicy(a: AutoscalingPolicy, b: AutoscalingPolicy): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable(policy: AutoscalingPolicy): unknown[] {
  const triggers = policy.triggers.map(({ query, threshold, serverAddress, namespace, authentication }) => [
    query,
    threshold,
    serverAddress,
    namespace,
    authentication?.modes,
    authentication?.name,
  ]);
  const { mode, minReplicas, maxReplicas, scaleUpWindowSeconds, scaleDownWindowSeconds } = policy;
  return [mode, minReplicas, maxReplicas, scaleUpWindowSeconds, scaleDownWindowSeconds, triggers];
}
