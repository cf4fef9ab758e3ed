import { autoscalerClassOf } from '../resources/autoscalerClass';
import type { InferenceService } from '../resources/inferenceService';
import { known } from '../resources/known';
import { externalMetricCount, prometheusMetricOf } from '../resources/prometheusMetric';
import { parseQuantity } from '../resources/quantity';
import type { Policy, PolicyMode, PolicyValues } from './policy';

/**
 * The policy that an InferenceService asks for, as it is written: what is in force may differ until KServe and KEDA
 * have followed. A maximum of 0 counts as not written, as KServe takes it; so does a threshold that is no number.
 */
export function readPolicy(inferenceService: InferenceService): Policy {
  const { minReplicas, maxReplicas, autoScaling } = inferenceService.spec.predictor;
  return known({
    mode: modeOf(inferenceService),
    metricCount: externalMetricCount(inferenceService),
    minReplicas,
    maxReplicas: maxReplicas === 0 ? undefined : maxReplicas,
    scaleDownWindowSeconds: autoScaling?.behavior?.scaleDown?.stabilizationWindowSeconds,
    ...metricOf(inferenceService),
  });
}

function metricOf(inferenceService: InferenceService) {
  const external = prometheusMetricOf(inferenceService)?.external;
  return known({
    threshold: parseQuantity(external?.target?.value ?? external?.target?.averageValue),
    query: external?.metric.query,
    serverAddress: external?.metric.serverAddress,
  });
}

const suggestedThreshold = 2;
const suggestedMax = 3;

/**
 * Values to begin with when the autoscaler is switched on: what is written already, where it can be used, else 1, 3
 * and 2. The maximum is at least the minimum, since without one KServe would never scale.
 */
export function suggestedValues(inferenceService: InferenceService): PolicyValues {
  const { minReplicas = 1, maxReplicas, threshold = suggestedThreshold } = readPolicy(inferenceService);
  const min = Math.max(1, minReplicas);
  return { minReplicas: min, maxReplicas: Math.max(min, maxReplicas ?? suggestedMax), threshold };
}

/** The class of an InferenceService as a mode. */
export function modeOf(inferenceService: InferenceService): PolicyMode {
  const autoscalerClass = autoscalerClassOf(inferenceService);
  switch (autoscalerClass) {
    case 'keda':
    case 'hpa':
    case 'external':
    case 'none':
      return autoscalerClass;
    default:
      return 'other';
  }
}
