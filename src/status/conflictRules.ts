import { changedAt, settleMs } from '../resources/changedAt';
import { findCondition, hasStatus } from '../resources/conditions';
import { deploymentModeOf, isRawMode } from '../resources/deploymentMode';
import type { InferenceService } from '../resources/inferenceService';
import { known } from '../resources/known';
import { isOwnedBy } from '../resources/owner';
import { predictorNames } from '../resources/predictorNames';
import type { ServedModel } from '../resources/servedModel';
import type { Rule } from './statusInput';

const stopped: Rule = ({ model: { inferenceService } }) => {
  const annotation = inferenceService.metadata.annotations?.['serving.kserve.io/stop'];
  const isStopped =
    annotation?.toLowerCase() === 'true' || hasStatus(inferenceService.status?.conditions, 'Stopped', 'True');
  return isStopped ? { code: 'stopped' } : undefined;
};

const notApplicable: Rule = ({ model: { inferenceService } }) =>
  isRawMode(inferenceService)
    ? undefined
    : { code: 'notApplicable', mode: deploymentModeOf(inferenceService) ?? '' };

const orphanScaledObject: Rule = ({ model, autoscalerClass }) => {
  const { scaledObject, inferenceService } = model;
  if (autoscalerClass === 'keda' || scaledObject === undefined) return undefined;
  if (!isOwnedBy(scaledObject, inferenceService)) return undefined;
  return {
    code: 'orphanScaledObject',
    scaledObject: scaledObject.metadata.name,
    autoscalerClass,
    deployment: deploymentName(model),
  };
};

const twoAutoscalers: Rule = ({ model }) => {
  const { scaledObject, kserveHpa, kedaHpa } = model;
  const hpas = [kserveHpa, kedaHpa].filter((hpa) => hpa !== undefined);
  const ambiguous = hpas
    .map((hpa) => findCondition(hpa.status?.conditions, 'ScalingActive'))
    .find((condition) => condition?.reason === 'AmbiguousSelector');
  if ((scaledObject === undefined || kserveHpa === undefined) && ambiguous === undefined) return undefined;
  return known({
    code: 'twoAutoscalers' as const,
    names: hpas.map((hpa) => hpa.metadata.name),
    deployment: deploymentName(model),
    message: ambiguous?.message,
  });
};

/** Without the list of ScaledObjects a missing one says nothing. */
const scaledObjectsNotRead: Rule = ({ model, autoscalerClass, missing }) => {
  const lists = missing.filter(({ plural }) => plural === 'scaledobjects');
  return autoscalerClass === 'keda' && model.scaledObject === undefined && lists.length > 0
    ? { code: 'unknown', missing: lists }
    : undefined;
};

const blocked: Rule = ({ model, autoscalerClass, now }) => {
  if (autoscalerClass !== 'keda' || model.scaledObject !== undefined) return undefined;
  const message = refusal(model.inferenceService);
  const changed = changedAt(model.inferenceService);
  if (message === undefined && changed !== undefined && now - changed < settleMs) {
    return { code: 'waitingForKeda', since: changed };
  }
  return known({ code: 'blocked' as const, hpaInTheWay: model.kserveHpa?.metadata.name, message });
};

/** Who may scale at all, before any ScaledObject is looked into. */
export const conflictRules: readonly Rule[] = [
  stopped,
  notApplicable,
  orphanScaledObject,
  twoAutoscalers,
  scaledObjectsNotRead,
  blocked,
];

function deploymentName({ deployment, inferenceService }: ServedModel): string {
  return deployment?.metadata.name ?? predictorNames(inferenceService)[0] ?? '';
}

/** KServe has no condition for autoscaling, but passes an error of its reconciler on in a failed one. */
function refusal({ status }: InferenceService): string | undefined {
  return status?.conditions?.find(
    (condition) => condition.status === 'False' && /scaledobject|keda|hpa/i.test(condition.message ?? ''),
  )?.message;
}
