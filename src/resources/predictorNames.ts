import type { InferenceService } from './inferenceService';

/**
 * Names that KServe may give to the Deployment, Service, HPA and ScaledObject of the predictor, likelier first:
 * with the name of a named predictor in the middle, or without it (KServe pkg/constants/constants.go).
 */
export function predictorNames(inferenceService: InferenceService): readonly string[] {
  const isvc = inferenceService.metadata.name;
  const { name } = inferenceService.spec.predictor;
  const plain = `${isvc}-predictor`;
  return name === undefined || name === '' ? [plain] : [`${isvc}-${name}-predictor`, plain];
}
