import type { InferenceService } from '../../../src/resources/inferenceService';
import { servingRuntimeKind } from '../../../src/resources/kinds';
import type { KubeClient } from '../../client/kubeClient';
import type { ServingRuntime } from './podTemplate';
import { runtimeNameOf } from './podTemplate';

interface Formats {
  supportedModelFormats?: { name: string; version?: string; autoSelect?: boolean }[];
  disabled?: boolean;
}

interface ModelFormat {
  name?: string;
  version?: string;
}

const formatOf = ({ spec }: InferenceService): ModelFormat =>
  (spec.predictor.model as { modelFormat?: ModelFormat } | undefined)?.modelFormat ?? {};

/** Whether a runtime may be chosen for a model that names none (KServe servingruntime_webhook, autoSelect). */
function supports(runtime: ServingRuntime, { name, version }: ModelFormat): boolean {
  const { supportedModelFormats = [], disabled = false } = runtime.spec as Formats;
  return (
    !disabled &&
    supportedModelFormats.some(
      (format) =>
        format.autoSelect === true &&
        format.name === name &&
        (version === undefined || format.version === version),
    )
  );
}

/** The ServingRuntime of a model: the one it names, or the first of its project that supports its format. */
export async function findRuntime(
  client: KubeClient,
  service: InferenceService,
): Promise<ServingRuntime | undefined> {
  const { namespace } = service.metadata;
  const name = runtimeNameOf(service) ?? '';
  if (name !== '') return client.get<ServingRuntime>(servingRuntimeKind, namespace, name);
  const { items } = await client.list<ServingRuntime>(servingRuntimeKind, namespace);
  return items.find((runtime) => supports(runtime, formatOf(service)));
}

/** What KServe says of a model whose runtime it does not find: in modelStatus.lastFailureInfo, and as its error. */
export function missingRuntime(service: InferenceService): {
  reason: string;
  message: string;
  error: string;
} {
  const name = runtimeNameOf(service) ?? '';
  if (name !== '')
    return {
      reason: 'RuntimeNotRecognized',
      message: 'Waiting for runtime to become available',
      error: `No ServingRuntimes or ClusterServingRuntimes with the name: ${name}`,
    };
  const { name: format = '', version = '<nil>' } = formatOf(service);
  return {
    reason: 'NoSupportingRuntime',
    message: 'No runtime found to support specified framework/version',
    error: `no runtime found to support predictor with model type: {${format} ${version}}`,
  };
}
