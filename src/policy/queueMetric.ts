import type { AutoScalingMetric } from '../resources/inferenceService';
import { thresholdText } from './thresholdPatch';

/** Tenancy port of OpenShift's Thanos: the rights that odh-model-controller grants suffice for it, given a namespace. */
const serverAddress = 'https://thanos-querier.openshift-monitoring.svc.cluster.local:9092';
/** TriggerAuthentication that odh-model-controller makes in each project with a Prometheus metric. */
const authentication = 'inference-prometheus-auth';

/** A metric on the waiting requests of one model, by its Service rather than by a served name that others may share. */
export function queueMetric(namespace: string, name: string, threshold: number): AutoScalingMetric {
  const text = thresholdText(threshold);
  return {
    type: 'External',
    external: {
      metric: {
        backend: 'prometheus',
        serverAddress,
        namespace,
        query: `sum(vllm:num_requests_waiting{namespace="${namespace}",service="${name}-metrics"})`,
      },
      authenticationRef: { authModes: 'bearer', authenticationRef: { name: authentication } },
      target: { type: 'AverageValue', value: text, averageValue: text },
    },
  };
}
