import type { InferenceService } from '../../../src/resources/inferenceService';
import { autoscalerClassAnnotation, currentModeName, deploymentModeAnnotation } from '../kserve/annotations';
import { hpaMetricsRefusal, kedaMetricsRefusal } from './kserveMetrics';
import type { Review, Verdict } from './review';

const nameShape = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
/** OpenShift AI's own limit (odh-model-controller). */
const nameLimit = 53;

function nameRefusal({ metadata }: InferenceService): string | undefined {
  const { name } = metadata;
  if (!nameShape.test(name))
    return `the InferenceService "${name}" is invalid: a InferenceService name must consist of lower case alphanumeric characters or '-', and must start with alphabetical character. (e.g. "my-name" or "abc-123", regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')`;
  if (name.length > nameLimit)
    return `the InferenceService "${name}" is invalid: name must be no more than ${String(nameLimit)} characters`;
  return undefined;
}

function replicaRefusal({ spec }: InferenceService): string | undefined {
  // component.go: no minimum counts as 1, a maximum of 0 as unset.
  const { minReplicas = 1, maxReplicas = 0 } = spec.predictor;
  if (minReplicas < 0) return "'MinReplicas' cannot be less than 0";
  if (maxReplicas < 0) return "'MaxReplicas' cannot be less than 0";
  if (maxReplicas !== 0 && minReplicas > maxReplicas)
    return "'MinReplicas' cannot be greater than MaxReplicas";
  return undefined;
}

/** Only the annotation of the InferenceService itself is looked at, and only in Standard mode. */
function classRefusal(service: InferenceService): string | undefined {
  const { annotations = {} } = service.metadata;
  if (annotations[deploymentModeAnnotation] !== 'Standard') return undefined;
  switch (annotations[autoscalerClassAnnotation]) {
    case undefined:
    case 'external':
    case 'none':
      return undefined;
    case 'keda':
      return kedaMetricsRefusal(service);
    case 'hpa':
      return hpaMetricsRefusal(service);
    default:
      return `[${annotations[autoscalerClassAnnotation] ?? ''}] is not a supported autoscaler class type`;
  }
}

function modeRefusal(service: InferenceService, old: InferenceService | undefined): string | undefined {
  const before = old?.status?.deploymentMode;
  const after = service.metadata.annotations?.[deploymentModeAnnotation];
  if (before === undefined || after === undefined || currentModeName(before) === currentModeName(after))
    return undefined;
  return `update rejected: deploymentMode cannot be changed from '${before}' to '${after}'`;
}

function modelNameRefusal({ spec }: InferenceService): string | undefined {
  const name = spec.predictor.model?.name;
  return name === undefined || name === ''
    ? undefined
    : "the 'name' field is not allowed in standard predictor";
}

/** What KServe's validator refuses (inference_service_validation.go); an object that is being deleted passes. */
export function kserveRefusal({ object, oldObject }: Review): Verdict {
  if (object.metadata.deletionTimestamp !== undefined) return {};
  const service = object as InferenceService;
  const refusal =
    nameRefusal(service) ??
    replicaRefusal(service) ??
    classRefusal(service) ??
    modelNameRefusal(service) ??
    modeRefusal(service, oldObject as InferenceService | undefined);
  return refusal === undefined ? {} : { refusal };
}
