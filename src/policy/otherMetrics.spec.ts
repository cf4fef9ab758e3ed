import { applyPatch, type Operation } from 'fast-json-patch';
import type { AutoScalingMetric, InferenceService } from '../resources/inferenceService';
import { anInferenceService } from '../resources/testObjects';
import { enablePatch } from './enablePatch';
import { otherMetrics, otherMetricsWhenEnabled } from './otherMetrics';

const cpu: AutoScalingMetric = { type: 'Resource', resource: { name: 'cpu' } };
const pods: AutoScalingMetric = { type: 'PodMetric', podmetric: {} };
const external = (backend: string): AutoScalingMetric => ({
  type: 'External',
  external: { metric: { backend, query: 'x' }, target: { value: '1' } },
});
const [own, graphite] = [external('prometheus'), external('graphite')];
const counting = (...metrics: AutoScalingMetric[]): InferenceService =>
  anInferenceService({ autoScaling: { metrics } });

/** What of them is there after autoscaling was turned on. */
function left(object: InferenceService): string[] {
  const patch = enablePatch(object, { minReplicas: 1, maxReplicas: 2, threshold: 2 }) as Operation[];
  return otherMetrics(applyPatch(object, patch, true, false).newDocument);
}

it.each<[string, InferenceService, string[], 'kept' | 'replaced' | undefined]>([
  ['nothing at all', anInferenceService({ autoScaling: {} }), [], undefined],
  ['a Prometheus query alone', counting(own), [], undefined],
  ['CPU alone', counting(cpu), ['cpu'], 'replaced'],
  [
    'several, none of Prometheus',
    counting(cpu, graphite, pods),
    ['cpu', 'graphite', 'PodMetric'],
    'replaced',
  ],
  ['CPU before a query', counting(cpu, own), ['cpu'], 'kept'],
  ['CPU between two queries', counting(own, cpu, own), ['cpu'], 'kept'],
])(
  'tells what counts beside Prometheus, and what turning on makes of it: %s',
  (_case, object, metrics, become) => {
    expect(otherMetrics(object)).toEqual(metrics);
    expect(otherMetricsWhenEnabled(object)).toEqual(become && { become, metrics });
    // As it then is.
    expect(left(object)).toEqual(become === 'kept' ? metrics : []);
  },
);
