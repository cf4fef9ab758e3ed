import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import type { InferenceService } from '../../../src/resources/inferenceService';
import type { Condition } from '../../../src/resources/object';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import { hpaFor } from '../../controllers/keda/hpa';
import { finalizer, hpaNameOf, scaledObjectLabel, targetKindOf } from '../../controllers/keda/names';
import { predictorHpa } from '../../controllers/kserve/horizontalPodAutoscaler';
import { predictorScaledObject } from '../../controllers/kserve/scaledObject';
import type { FleetModel } from './fleetModels';
import { born } from './identity';

const yes = (type: string, reason: string, message: string, since: string): Condition => ({
  type,
  status: 'True',
  reason,
  message,
  lastTransitionTime: since,
});

/** The conditions of a ScaledObject after a look at its triggers; KEDA's have no transition time. */
function kedaConditions({ situation, waiting }: FleetModel): Condition[] {
  const condition = (
    type: string,
    status: Condition['status'],
    reason: string,
    message: string,
  ): Condition => ({
    type,
    status,
    reason,
    message,
  });
  const ready = 'ScaledObject is defined correctly and is ready for scaling';
  const active = waiting > 0 && situation !== 'paused';
  return [
    condition('Ready', 'True', 'ScaledObjectReady', ready),
    active
      ? condition('Active', 'True', 'ScalerActive', 'Scaling is performed because triggers are active')
      : condition(
          'Active',
          'False',
          'ScalerNotActive',
          'Scaling is not performed because triggers are not active',
        ),
    condition('Fallback', 'False', 'NoFallbackFound', 'No fallbacks are active on this scaled object'),
    situation === 'paused'
      ? condition('Paused', 'True', 'ScaledObjectPaused', 'ScaledObject is paused')
      : condition('Paused', 'False', 'ScaledObjectUnpaused', 'pause annotation removed for ScaledObject'),
  ];
}

/** The ScaledObject of a model as KServe makes it and KEDA keeps it. */
export function fleetScaledObject(model: FleetModel, service: InferenceService, since: string): ScaledObject {
  const made = predictorScaledObject(service);
  const paused = model.situation === 'paused' ? { 'autoscaling.keda.sh/paused': 'true' } : {};
  return {
    ...made,
    metadata: {
      ...made.metadata,
      ...born('so', model, since),
      labels: { ...made.metadata.labels, [scaledObjectLabel]: made.metadata.name },
      annotations: { ...made.metadata.annotations, ...paused },
      finalizers: [finalizer],
    },
    status: {
      scaleTargetKind: targetKindOf(made),
      originalReplicaCount: 1,
      externalMetricNames: ['s0-prometheus'],
      hpaName: hpaNameOf(made),
      lastActiveTime: since,
      triggersTypes: 'prometheus',
      authenticationsTypes: 'inference-prometheus-auth',
      conditions: kedaConditions(model),
    },
  };
}

function hpaStatus(
  model: FleetModel,
  hpa: HorizontalPodAutoscaler,
  since: string,
): NonNullable<HorizontalPodAutoscaler['status']> {
  const { desired, waiting } = model;
  const isLimited = model.situation === 'at maximum';
  const [metric] = hpa.spec.metrics ?? [];
  const winner =
    metric?.type === 'External'
      ? `external metric s0-prometheus(&LabelSelector{MatchLabels:map[string]string{${scaledObjectLabel}: ${model.name}-predictor,},MatchExpressions:[]LabelSelectorRequirement{},})`
      : 'cpu resource utilization (percentage of request)';
  const average = `${String(Math.round((waiting * 1000) / desired))}m`;
  return {
    currentReplicas: desired,
    desiredReplicas: desired,
    lastScaleTime: since,
    currentMetrics: [
      metric?.type === 'External'
        ? {
            type: 'External',
            external: { metric: metric.external.metric, current: { averageValue: average } },
          }
        : { type: 'Resource' },
    ],
    conditions: [
      yes('AbleToScale', 'ReadyForNewScale', 'recommended size matches current size', since),
      yes(
        'ScalingActive',
        'ValidMetricFound',
        `the HPA was able to successfully calculate a replica count from ${winner}`,
        since,
      ),
      isLimited
        ? yes(
            'ScalingLimited',
            'TooManyReplicas',
            'the desired replica count is more than the maximum replica count',
            since,
          )
        : {
            type: 'ScalingLimited',
            status: 'False',
            reason: 'DesiredWithinRange',
            message: 'the desired count is within the acceptable range',
            lastTransitionTime: since,
          },
    ],
  };
}

/** The HPA of KEDA, or of KServe where there is no ScaledObject. */
export function fleetHpa(
  model: FleetModel,
  owner: { service: InferenceService; scaledObject: ScaledObject | undefined },
  since: string,
): HorizontalPodAutoscaler {
  const made = owner.scaledObject === undefined ? predictorHpa(owner.service) : hpaFor(owner.scaledObject);
  return {
    ...made,
    metadata: { ...made.metadata, ...born('hpa', model, since) },
    status: hpaStatus(model, made, since),
  };
}
