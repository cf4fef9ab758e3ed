import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';
import { rescalesOf } from '../decisions/rescales';
import type { Rescale } from '../decisions/rescales';
import type { KubernetesEvent } from '../resources/event';
import { eventKind } from '../resources/kinds';
import { predictorNames } from '../resources/predictorNames';
import type { ServedModel } from '../resources/servedModel';
import { listWatch } from './listWatch';
import { useWatchedList } from './useWatchedList';

/** The name of the HPA that scales the model, or scaled it until a pause removed it. */
function hpaNameOf({ kedaHpa, kserveHpa, scaledObject, inferenceService }: ServedModel): string {
  const { name } = (kedaHpa ?? kserveHpa)?.metadata ?? {};
  const [predictor = ''] = predictorNames(inferenceService);
  // KEDA's default (pkg/controllers/keda: getHPAName).
  return name ?? scaledObject?.status?.hpaName ?? `keda-hpa-${scaledObject?.metadata.name ?? predictor}`;
}

/**
 * What the HPA of a model has told of its rescales, oldest first, for as long as the cluster keeps events (an hour, three
 * on OpenShift). Empty where events cannot be read: the measurements show the same, later.
 */
export function useRescales(model: ServedModel): readonly Rescale[] {
  const { namespace } = model;
  const hpa = hpaNameOf(model);
  const watch = useMemo(() => {
    const fields = {
      'involvedObject.kind': 'HorizontalPodAutoscaler',
      'involvedObject.name': hpa,
      reason: 'SuccessfulRescale',
    };
    const fieldSelector = Object.entries(fields)
      .map((field) => field.join('='))
      .join(',');
    return { ...listWatch(eventKind, namespace), fieldSelector };
  }, [namespace, hpa]);
  const { data } = useWatchedList<KubernetesEvent & K8sResourceCommon>(eventKind, watch);
  return useMemo(() => rescalesOf(data), [data]);
}
