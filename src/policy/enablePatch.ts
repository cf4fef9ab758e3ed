import type { HorizontalPodAutoscalerBehavior } from '../resources/horizontalPodAutoscaler';
import type { InferenceService } from '../resources/inferenceService';
import { prometheusMetricOf } from '../resources/prometheusMetric';
import { classPatch } from './classPatch';
import type { PatchOperation } from './patchOperation';
import type { PolicyValues } from './policy';
import { thresholdPatch } from './thresholdPatch';
import { ownTrigger } from './trigger';
import { metricOf } from './triggersPatch';
import { versionTest } from './versionTest';

const predictorPath = '/spec/predictor';

/**
 * One JSON patch of the InferenceService that hands its scaling to KEDA. It changes an annotation, which KServe copies
 * into the pod template: the pods restart. Both bounds are always written (without a maximum KServe never scales).
 * A Prometheus metric that is there keeps its query; otherwise the metrics become one on the waiting requests.
 * `behavior` (KServe keeps only its windows; OpenShift AI 3.4 and later) is written when given.
 * Afterwards KServe's own HPA has to go: leftoverHpa.
 */
export function enablePatch(
  inferenceService: InferenceService,
  values: PolicyValues,
  behavior?: HorizontalPodAutoscalerBehavior,
): PatchOperation[] {
  return [
    ...versionTest(inferenceService),
    ...classPatch(inferenceService, 'keda'),
    ...scaleMetricPatch(inferenceService),
    { op: 'add', path: `${predictorPath}/minReplicas`, value: values.minReplicas },
    { op: 'add', path: `${predictorPath}/maxReplicas`, value: values.maxReplicas },
    ...metricPatch(inferenceService, values.threshold, behavior),
  ];
}

/** KServe's webhook refuses scaleMetric together with KEDA. */
export function scaleMetricPatch({ spec: { predictor } }: InferenceService): PatchOperation[] {
  return predictor.scaleMetric === undefined ? [] : [{ op: 'remove', path: `${predictorPath}/scaleMetric` }];
}

function metricPatch(
  inferenceService: InferenceService,
  threshold: number,
  behavior: HorizontalPodAutoscalerBehavior | undefined,
): PatchOperation[] {
  const { name, namespace = '' } = inferenceService.metadata;
  const { autoScaling } = inferenceService.spec.predictor;
  const path = `${predictorPath}/autoScaling`;
  const metrics = [metricOf(ownTrigger('waiting', { namespace, name }, threshold))];
  if (autoScaling === undefined) {
    return [{ op: 'add', path, value: { metrics, ...(behavior && { behavior }) } }];
  }
  const behaviorPatch: PatchOperation[] =
    behavior === undefined ? [] : [{ op: 'add', path: `${path}/behavior`, value: behavior }];
  return prometheusMetricOf(inferenceService) === undefined
    ? [{ op: 'add', path: `${path}/metrics`, value: metrics }, ...behaviorPatch]
    : [...thresholdPatch(inferenceService, threshold), ...behaviorPatch];
}
