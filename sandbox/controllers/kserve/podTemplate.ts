import type { InferenceService } from '../../../src/resources/inferenceService';
import type { KubernetesObject } from '../../../src/resources/object';
import type { Container, PodSpec } from '../../../src/resources/pod';

/** serving.kserve.io/v1alpha1 ServingRuntime, as far as KServe copies it. */
export interface ServingRuntime extends KubernetesObject {
  spec: Partial<PodSpec> & {
    containers: Container[];
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
  };
}

/** What spec.predictor.model adds to the runtime's container. */
interface Model {
  runtime?: string;
  storageUri?: string;
  args?: string[];
  env?: { name: string; value?: string }[];
  image?: string;
  resources?: Container['resources'];
}

const servingContainer = 'kserve-container';

/** The runtime that the InferenceService names. */
export function runtimeNameOf({ spec }: InferenceService): string | undefined {
  return (spec.predictor.model as Model | undefined)?.runtime;
}

function withModel(container: Container, model: Model, name: string): Container {
  if (container.name !== servingContainer) return container;
  const { args = [], env = [], image, resources } = model;
  const variables = new Map([...(container.env ?? []), ...env].map((one) => [one.name, one]));
  const limits = { ...container.resources?.limits, ...resources?.limits };
  const requests = { ...container.resources?.requests, ...resources?.requests };
  return {
    ...container,
    ...(image === undefined ? {} : { image }),
    // Runtimes may name the model: KServe fills the placeholder in (ReplacePlaceholders).
    args: [...(container.args ?? []), ...args].map((arg) => arg.replaceAll('{{.Name}}', name)),
    env: [...variables.values()],
    resources: { limits, requests },
  };
}

/** The pod spec of the predictor: the runtime's, with the model's own settings over it (KServe MergeRuntimeContainers). */
export function predictorPodSpec(service: InferenceService, runtime: ServingRuntime): PodSpec {
  const model = (service.spec.predictor.model ?? {}) as Model;
  const { spec } = runtime;
  const { nodeSelector, terminationGracePeriodSeconds } = service.spec.predictor as Partial<PodSpec>;
  const known = new Set(['containers', 'initContainers', 'nodeSelector', 'terminationGracePeriodSeconds']);
  // The rest of a runtime (supportedModelFormats, multiModel, ...) is no part of a pod.
  const podParts = Object.fromEntries(Object.entries(spec).filter(([name]) => known.has(name)));
  return {
    ...podParts,
    ...(nodeSelector === undefined ? {} : { nodeSelector: { ...spec.nodeSelector, ...nodeSelector } }),
    ...(terminationGracePeriodSeconds === undefined ? {} : { terminationGracePeriodSeconds }),
    containers: spec.containers.map((container) => withModel(container, model, service.metadata.name)),
  };
}
