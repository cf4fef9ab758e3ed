import type { StoredObject } from '../definition';
import type { Cause } from '../failure';
import type { Schema } from '../structural';
import { behavior, boolean, integer, list, object, oneOf, string, strings, stringMap, time } from './parts';

const condition = object({ type: string, status: string, reason: string, message: string }, [
  'status',
  'type',
]);

const trigger = object(
  {
    type: { ...string, minLength: 1 },
    name: string,
    metadata: stringMap,
    metricType: string,
    useCachedMetrics: boolean,
    authenticationRef: object(
      { name: string, kind: oneOf('TriggerAuthentication', 'ClusterTriggerAuthentication') },
      ['name'],
    ),
  },
  ['metadata', 'type'],
);

const fallbackBehaviors = [
  'static',
  'currentReplicas',
  'currentReplicasIfHigher',
  'currentReplicasIfLower',
  'scalingModifiers',
];

const minAboveMax = 'minReplicaCount must be less than or equal to maxReplicaCount';

const spec: Schema = {
  ...object(
    {
      scaleTargetRef: object(
        {
          name: { ...string, minLength: 1 },
          kind: string,
          apiVersion: string,
          envSourceContainerName: string,
        },
        ['name'],
      ),
      pollingInterval: integer(1),
      cooldownPeriod: integer(0),
      initialCooldownPeriod: integer(0),
      idleReplicaCount: integer(0),
      minReplicaCount: integer(0),
      maxReplicaCount: integer(1),
      triggers: { ...list(trigger), minItems: 1 },
      fallback: object(
        {
          failureThreshold: integer(0),
          replicas: integer(0),
          behavior: { ...oneOf(...fallbackBehaviors), default: 'static' },
        },
        ['failureThreshold', 'replicas'],
      ),
      advanced: object({
        restoreToOriginalReplicaCount: boolean,
        horizontalPodAutoscalerConfig: object({ name: string, behavior }),
        scalingModifiers: object({
          formula: string,
          target: string,
          activationTarget: string,
          metricType: oneOf('AverageValue', 'Value'),
        }),
      }),
    },
    ['scaleTargetRef', 'triggers'],
  ),
  // For clients that read the CRD; the server runs the same rule as code, below.
  'x-kubernetes-validations': [
    {
      message: minAboveMax,
      rule: '!has(self.minReplicaCount) || self.minReplicaCount <= (has(self.maxReplicaCount) ? self.maxReplicaCount : 100)',
    },
  ],
};

const status = object({
  conditions: list(condition),
  hpaName: string,
  lastActiveTime: time,
  originalReplicaCount: integer(),
  pausedReplicaCount: integer(),
  externalMetricNames: strings,
  resourceMetricNames: strings,
  compositeScalerName: string,
  scaleTargetKind: string,
  scaleTargetGVKR: object({ group: string, version: string, kind: string, resource: string }, [
    'group',
    'kind',
    'resource',
    'version',
  ]),
  triggersTypes: string,
  authenticationsTypes: string,
  health: { type: 'object', additionalProperties: object({ numberOfFailures: integer(), status: string }) },
  triggersActivity: { type: 'object', additionalProperties: object({ isActive: boolean }) },
});

/** keda.sh/v1alpha1 ScaledObject, with the rules of KEDA 2.20's CRD. */
export const scaledObjectSchema: Schema = object({ spec, status }, ['spec']);

/** The CRD's one CEL rule. */
export function scaledObjectRules({ spec }: StoredObject): Cause[] {
  const { minReplicaCount, maxReplicaCount } = (spec ?? {}) as {
    minReplicaCount?: number;
    maxReplicaCount?: number;
  };
  if (minReplicaCount === undefined || minReplicaCount <= (maxReplicaCount ?? 100)) return [];
  const message = `Invalid value: ${minAboveMax}`;
  return [{ reason: 'FieldValueInvalid', message, field: 'spec' }];
}
