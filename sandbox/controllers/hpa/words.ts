import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import type { Decision } from '../../../src/simulator/autoscaler';
import type { MetricResult } from './metrics';

/** Messages of the HPA's conditions by reason (kubernetes pkg/controller/podautoscaler/horizontal.go). */
const messages: Readonly<Record<string, string>> = {
  SucceededGetScale: "the HPA controller was able to get the target's current scale",
  ReadyForNewScale: 'recommended size matches current size',
  ScaleDownStabilized:
    'recent recommendations were higher than current one, applying the highest recent recommendation',
  ScaleUpStabilized:
    'recent recommendations were lower than current one, applying the lowest recent recommendation',
  ScalingDisabled: 'scaling is disabled since the replica count of the target is zero',
  DesiredWithinRange: 'the desired count is within the acceptable range',
  TooFewReplicas: 'the desired replica count is less than the minimum replica count',
  TooManyReplicas: 'the desired replica count is more than the maximum replica count',
  ScaleUpLimit: 'the desired replica count is increasing faster than the maximum scale rate',
  ScaleDownLimit: 'the desired replica count is decreasing faster than the maximum scale rate',
};

/** What the words depend on besides the decision. */
export interface Spoken {
  decision: Decision;
  results: readonly MetricResult[];
  /** The HPAs that select the same pods, when there are several. */
  ambiguity?: string;
}

/** The first error among the metrics. */
export function firstError(results: readonly MetricResult[]): { error: string; reason: string } | undefined {
  const failed = results.find(({ reading }) => 'error' in reading);
  if (failed === undefined || !('error' in failed.reading)) return undefined;
  return { error: failed.reading.error, reason: failed.errorReason ?? 'FailedGetExternalMetric' };
}

/** The message of a condition with this reason. */
export function messageFor(reason: string, { decision, results, ambiguity = '' }: Spoken): string {
  if (reason === 'SucceededRescale')
    return `the HPA controller was able to update the target scale to ${String(decision.desired)}`;
  if (reason === 'ValidMetricFound')
    return `the HPA was able to successfully calculate a replica count from ${decision.winner ?? ''}`;
  if (reason === 'AmbiguousSelector') return ambiguity;
  const known = messages[reason];
  return known ?? `the HPA was unable to compute the replica count: ${firstError(results)?.error ?? reason}`;
}

/** The event "SuccessfulRescale" of a decision that changed the replicas. */
export function rescaleMessage({ desired, rescaleReason, winner = '' }: Decision): string {
  const reasons = {
    CurrentAboveMax: 'Current number of replicas above Spec.MaxReplicas',
    CurrentBelowMin: 'Current number of replicas below Spec.MinReplicas',
    AboveTarget: `${winner} above target`,
    BelowTarget: 'All metrics below target',
  };
  return `New size: ${String(desired)}; reason: ${reasons[rescaleReason ?? 'BelowTarget']}`;
}

/** The event "FailedComputeMetricsReplicas" when no metric, or too few, could be read. */
export function failureMessage({ spec }: HorizontalPodAutoscaler, results: readonly MetricResult[]): string {
  const invalid = results.filter(({ reading }) => 'error' in reading).length;
  const index = results.findIndex(({ reading }) => 'error' in reading);
  const metric = spec.metrics?.[index];
  const error = firstError(results)?.error ?? '';
  const count = `invalid metrics (${String(invalid)} invalid out of ${String(results.length)}), first error is:`;
  if (metric?.type !== 'External')
    return `${count} failed to get ${metric?.resource.name ?? ''} resource metric value: ${error}`;
  const { name } = metric.external.metric;
  return `${count} failed to get ${name} external metric value: failed to get ${name} external metric: ${error}`;
}
