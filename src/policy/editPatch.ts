import type { InferenceService } from '../resources/inferenceService';
import { boundsPatch } from './boundsPatch';
import type { PatchOperation } from './patchOperation';
import type { PolicyValues } from './policy';
import { thresholdPatch } from './thresholdPatch';
import { versionTest } from './versionTest';

/**
 * JSON patch of the InferenceService that stores the values, absent ones left as they are. It touches neither
 * annotations nor labels, so that no pod restarts. Empty when nothing would change: on an object read again after
 * the write that says that the values are stored.
 */
export function editPatch(
  inferenceService: InferenceService,
  values: Partial<PolicyValues>,
): PatchOperation[] {
  const changes = [
    ...boundsPatch(inferenceService, values),
    ...thresholdPatch(inferenceService, values.threshold),
  ];
  return changes.length === 0 ? [] : [...versionTest(inferenceService), ...changes];
}
