import type { InferenceService } from './inferenceService';

const deploymentModeAnnotation = 'serving.kserve.io/deploymentMode';
/** KServe renamed RawDeployment to Standard in 0.16; both are in use. */
const rawModes: readonly string[] = ['Standard', 'RawDeployment'];

/** The mode as written: annotation, else what the controller reports; undefined while neither is there. */
export function deploymentModeOf(inferenceService: InferenceService): string | undefined {
  return (
    inferenceService.metadata.annotations?.[deploymentModeAnnotation] ??
    inferenceService.status?.deploymentMode
  );
}

/** Whether a plain Deployment serves the model. True while the mode is not known: nothing speaks against it yet. */
export function isRawMode(inferenceService: InferenceService): boolean {
  const mode = deploymentModeOf(inferenceService);
  return mode === undefined || mode === '' || rawModes.includes(mode);
}
