import type { HorizontalPodAutoscaler } from './horizontalPodAutoscaler';
import { isOwnedBy } from './owner';
import type { ServedModel } from './servedModel';

/**
 * KServe's own HPA of a model, which KServe leaves behind when the class becomes keda (kserve#5196). Undefined
 * when there is none, or when the HPA of that name is somebody else's, which is not ours to remove.
 */
export function ownHpaOf({ inferenceService, kserveHpa }: ServedModel): HorizontalPodAutoscaler | undefined {
  return kserveHpa !== undefined && isOwnedBy(kserveHpa, inferenceService) ? kserveHpa : undefined;
}
