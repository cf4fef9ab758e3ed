import { autoscalerOf } from './kedaHpa';
import { scaleTargetOf } from './scaleTarget';
import type { ScaledObjectData } from './scaledObjectData';

const trigger = { type: 'prometheus', metadata: { threshold: '2' } };
const upPolicies = [
  { type: 'Pods', value: 4, periodSeconds: 15 },
  { type: 'Percent', value: 100, periodSeconds: 15 },
];
const downPolicies = [{ type: 'Percent', value: 100, periodSeconds: 15 }];

function scaledObject(
  spec: Partial<ScaledObjectData['spec']> = {},
  annotations: Record<string, string> = {},
): ScaledObjectData {
  return { metadata: { annotations }, spec: { triggers: [trigger], ...spec } };
}

function behavior(given: object): Partial<ScaledObjectData['spec']> {
  return { advanced: { horizontalPodAutoscalerConfig: { behavior: given } } };
}

describe('the HPA that KEDA writes', () => {
  it.each([
    ['nothing said', {}, 1, 100],
    ['min 0', { minReplicaCount: 0, maxReplicaCount: 3 }, 1, 3],
    ['min 2', { minReplicaCount: 2, maxReplicaCount: 8 }, 2, 8],
  ])('bounds: %s', (_name, spec, minReplicas, maxReplicas) => {
    expect(autoscalerOf(scaledObject(spec))).toMatchObject({ minReplicas, maxReplicas });
  });

  it('one metric a trigger, AverageValue unless said otherwise, in thousandths', () => {
    const triggers = [
      trigger,
      { type: 'prometheus', metricType: 'Value', metadata: { threshold: '0.10049' } } as const,
    ];
    expect(autoscalerOf(scaledObject({ triggers })).metrics).toEqual([
      { name: 's0-prometheus', type: 'AverageValue', threshold: 2 },
      { name: 's1-prometheus', type: 'Value', threshold: 0.1 },
    ]);
  });

  it('no behavior where none is given', () => {
    expect(autoscalerOf(scaledObject())).not.toHaveProperty('behavior');
  });

  it('fills both directions of a behavior, the scale-down window stays open', () => {
    expect(autoscalerOf(scaledObject(behavior({}))).behavior).toEqual({
      scaleUp: { stabilizationWindowSeconds: 0, selectPolicy: 'Max', policies: upPolicies },
      scaleDown: { selectPolicy: 'Max', policies: downPolicies },
    });
  });

  it('keeps what a behavior says', () => {
    const policies = [{ type: 'Pods', value: 1, periodSeconds: 60 }];
    const given = {
      scaleUp: { stabilizationWindowSeconds: 30, tolerance: '50m' },
      scaleDown: { selectPolicy: 'Min', policies, stabilizationWindowSeconds: 60, tolerance: 0.2 },
    };
    expect(autoscalerOf(scaledObject(behavior(given))).behavior).toEqual({
      scaleUp: {
        stabilizationWindowSeconds: 30,
        selectPolicy: 'Max',
        policies: upPolicies,
        tolerance: 0.05,
      },
      scaleDown: { stabilizationWindowSeconds: 60, selectPolicy: 'Min', policies, tolerance: 0.2 },
    });
  });

  it.each([
    ['paused-scale-in', 'Max', 'Disabled'],
    ['paused-scale-out', 'Disabled', 'Max'],
  ])('%s disables one direction, and makes a behavior', (name, up, down) => {
    const paused = autoscalerOf(scaledObject({}, { [`autoscaling.keda.sh/${name}`]: 'true' }));
    expect(paused.behavior?.scaleUp?.selectPolicy).toBe(up);
    expect(paused.behavior?.scaleDown?.selectPolicy).toBe(down);
  });

  it('takes the metric of an external scaler as it tells it, beside a query', () => {
    const metric = { name: 's0-http_llama_concurrency', type: 'AverageValue' as const, threshold: 15 };
    const triggers = [
      { type: 'external-push', metadata: { scalerAddress: 'scaler.openshift-keda:9090' } },
      { type: 'prometheus', metadata: { threshold: '2' } },
    ];
    expect(autoscalerOf({ spec: { minReplicaCount: 0, triggers } }, [metric])).toMatchObject({
      minReplicas: 1,
      metrics: [metric, { name: 's1-prometheus', threshold: 2 }],
    });
    expect(() => autoscalerOf({ spec: { triggers } })).toThrow('type "external-push" is not modelled');
  });

  it.each([
    [{ type: 'cpu', metadata: {} }, 'trigger 0: type "cpu" is not modelled'],
    [{ type: 'prometheus', metadata: {} }, 'trigger 0: threshold "" is not a number'],
    [{ type: 'prometheus', metadata: { threshold: 'two' } }, 'trigger 0: threshold "two" is not a number'],
    [{ type: 'prometheus', metadata: { threshold: '0' } }, 'trigger 0: threshold "0" must be positive'],
    [{ ...trigger, metricType: 'Utilization' as const }, 'trigger 0: metricType Utilization'],
  ])('refuses %j', (bad, message) => {
    expect(() => autoscalerOf(scaledObject({ triggers: [bad] }))).toThrow(message);
  });

  it.each(['ten', '1.2.3', ''])('refuses the tolerance "%s"', (tolerance) => {
    const spec = behavior({ scaleUp: { tolerance } });
    expect(() => autoscalerOf(scaledObject(spec))).toThrow(`tolerance "${tolerance}" is not a quantity`);
  });
});

describe("what KEDA's own loop reads", () => {
  it("has KEDA's defaults", () => {
    expect(scaleTargetOf({ spec: { triggers: [trigger] } })).toEqual({
      minReplicas: 0,
      maxReplicas: 100,
      cooldownSeconds: 300,
      initialCooldownSeconds: 0,
      createdAt: 0,
      paused: false,
      forceActivation: false,
      pausedScaleIn: false,
      pausedScaleOut: false,
      hasFallback: false,
    });
  });

  it('takes what the ScaledObject says', () => {
    const spec = {
      triggers: [trigger],
      minReplicaCount: 2,
      maxReplicaCount: 4,
      idleReplicaCount: 0,
      cooldownPeriod: 60,
      initialCooldownPeriod: 900,
      fallback: { failureThreshold: 3, replicas: 2 },
    };
    const metadata = { creationTimestamp: '1970-01-01T00:01:40Z' };
    expect(scaleTargetOf({ metadata, spec })).toMatchObject({
      minReplicas: 2,
      maxReplicas: 4,
      idleReplicas: 0,
      cooldownSeconds: 60,
      initialCooldownSeconds: 900,
      createdAt: 100,
      hasFallback: true,
      fallbackReplicas: 2,
    });
  });

  it.each([
    ['paused', 'true', { paused: true }],
    ['paused', 'False', { paused: false }],
    ['paused', '', { paused: true }],
    ['paused', 'yes', { paused: true }],
    ['paused-replicas', '3', { paused: true, pausedReplicas: 3 }],
    ['force-activation', '1', { forceActivation: true }],
    ['paused-scale-in', 't', { pausedScaleIn: true }],
    ['paused-scale-out', '0', { pausedScaleOut: false }],
  ])('annotation %s: "%s"', (name, value, expected) => {
    const made = scaleTargetOf(scaledObject({}, { [`autoscaling.keda.sh/${name}`]: value }));
    expect(made).toMatchObject(expected);
  });

  it('pauses without a number when paused-replicas is none', () => {
    const made = scaleTargetOf(scaledObject({}, { 'autoscaling.keda.sh/paused-replicas': 'all' }));
    expect(made.paused).toBe(true);
    expect(made).not.toHaveProperty('pausedReplicas');
  });
});
