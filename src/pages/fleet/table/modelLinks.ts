import {
  horizontalPodAutoscalerKind,
  inferenceServiceKind,
  scaledObjectKind,
} from '../../../resources/kinds';
import type { Kind } from '../../../resources/kinds';
import type { KubernetesObject } from '../../../resources/object';
import type { ServedModel } from '../../../resources/servedModel';
import { triggerQuery } from '../../../resources/askedTrigger';
import { waitingQuery } from '../../../queries/vllm';

/** Pages of the console about one model; undefined where there is no such object. */
export interface ModelLinks {
  policy: string;
  metrics: string;
  inferenceService: string;
  yaml: string;
  scaledObject: string | undefined;
  hpa: string | undefined;
}

function objectPath({ group, version, kind }: Kind, { metadata }: KubernetesObject): string {
  const reference = `${group}~${version}~${kind}`;
  return `/k8s/ns/${metadata.namespace ?? ''}/${reference}/${metadata.name}`;
}

/** Where to go from a model. The metrics are those that scale it, else its waiting requests. */
export function modelLinks(model: ServedModel): ModelLinks {
  const { namespace, name, inferenceService, scaledObject } = model;
  const hpa = model.kedaHpa ?? model.kserveHpa;
  const query = triggerQuery(model) ?? waitingQuery(model);
  const own = objectPath(inferenceServiceKind, inferenceService);
  return {
    policy: `/llm-autoscaling/ns/${namespace}/inferenceservices/${name}/policy`,
    metrics: `/monitoring/query-browser?${new URLSearchParams({ query0: query }).toString()}`,
    inferenceService: own,
    yaml: `${own}/yaml`,
    scaledObject: scaledObject && objectPath(scaledObjectKind, scaledObject),
    hpa: hpa && objectPath(horizontalPodAutoscalerKind, hpa),
  };
}
