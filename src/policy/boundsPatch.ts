import type { InferenceService } from '../resources/inferenceService';
import type { PatchOperation } from './patchOperation';
import type { PolicyValues } from './policy';

/** Writes the bounds where they differ from what is stored; empty when neither does. */
export function boundsPatch(
  { spec: { predictor } }: InferenceService,
  values: Partial<PolicyValues>,
): PatchOperation[] {
  return (['minReplicas', 'maxReplicas'] as const).flatMap((field) => {
    const value = values[field];
    return value === undefined || value === predictor[field]
      ? []
      : [{ op: 'add', path: `/spec/predictor/${field}`, value }];
  });
}
