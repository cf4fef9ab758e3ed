import type { ScalingRules } from '../../../src/resources/horizontalPodAutoscaler';
import type { StoredObject } from '../definition';
import type { Cause } from '../failure';

interface AutoscalerSpec {
  minReplicas?: number;
  maxReplicas?: number;
  scaleTargetRef?: { kind?: string; name?: string };
  metrics?: unknown[];
  behavior?: { scaleUp?: ScalingRules; scaleDown?: ScalingRules };
}

const scaleUpDefaults: ScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};
const scaleDownDefaults: ScalingRules = {
  selectPolicy: 'Max',
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};
const cpuMetric = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
};

/** Defaults of autoscaling/v2 (kubernetes pkg/apis/autoscaling/v2/defaults.go); behavior is filled only where it is given. */
export function defaultHorizontalPodAutoscaler(object: StoredObject): StoredObject {
  const spec: AutoscalerSpec = object.spec ?? {};
  const { behavior } = spec;
  return {
    ...object,
    spec: {
      minReplicas: 1,
      ...spec,
      metrics: spec.metrics === undefined || spec.metrics.length === 0 ? [cpuMetric] : spec.metrics,
      ...(behavior === undefined
        ? {}
        : {
            behavior: {
              scaleUp: { ...scaleUpDefaults, ...behavior.scaleUp },
              scaleDown: { ...scaleDownDefaults, ...behavior.scaleDown },
            },
          }),
    },
  };
}

const invalidReplicas = (field: string, value: number, rule: string): Cause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${String(value)}: ${rule}`,
  field,
});

function replicaCauses({ minReplicas = 1, maxReplicas = 0 }: AutoscalerSpec): Cause[] {
  const causes: Cause[] = [];
  if (minReplicas < 1)
    causes.push(invalidReplicas('spec.minReplicas', minReplicas, 'must be greater than or equal to 1'));
  if (maxReplicas < 1)
    causes.push(invalidReplicas('spec.maxReplicas', maxReplicas, 'must be greater than 0'));
  if (maxReplicas < minReplicas)
    causes.push(
      invalidReplicas('spec.maxReplicas', maxReplicas, 'must be greater than or equal to `minReplicas`'),
    );
  return causes;
}

/** Checks of autoscaling/v2 (kubernetes pkg/apis/autoscaling/validation). */
export function validateHorizontalPodAutoscaler(object: StoredObject): Cause[] {
  const spec: AutoscalerSpec = object.spec ?? {};
  const { kind = '', name = '' } = spec.scaleTargetRef ?? {};
  const missing = Object.entries({ kind, name }).filter(([, value]) => value === '');
  return [
    ...replicaCauses(spec),
    ...missing.map(([field]) => ({
      reason: 'FieldValueRequired',
      message: 'Required value',
      field: `spec.scaleTargetRef.${field}`,
    })),
  ];
}
