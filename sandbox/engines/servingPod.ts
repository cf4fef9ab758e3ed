import type { Container, Pod } from '../../src/resources/pod';
import type { MetricNames } from './engineMetrics';
import { defaultProfile } from './profiles';

/** The container that runs vLLM in KServe's pods. */
export const servingContainer = 'kserve-container';
/** The label by which KServe, and the Service that is scraped, select a model's pods. */
export const modelLabel = 'serving.kserve.io/inferenceservice';

/** How the vLLM of a pod was started. */
export interface ServingSettings {
  /** Name of the InferenceService. */
  model: string;
  servedModelName: string;
  maxNumSeqs: number;
  profile: string;
  /** The names of its metrics, by the version in the tag of its image. */
  metricNames: MetricNames;
  /** Whether they come with the prefix of KServe's own monitors. */
  prefixed: boolean;
}

// vLLM's defaults: the batch of most GPUs, and --model, which KServe's runtimes set to the mount of the weights.
const defaultMaxNumSeqs = 256;
const defaultServedModelName = '/mnt/models';

/** The value of `--flag=value` or `--flag value`. */
function argument({ args = [] }: Container, flag: string): string | undefined {
  const joined = args.find((arg) => arg.startsWith(`${flag}=`));
  if (joined !== undefined) return joined.slice(flag.length + 1);
  const place = args.indexOf(flag);
  return place < 0 ? undefined : args[place + 1];
}

/** A tag such as "v0.8.5"; one that names no version of vLLM counts as current. */
function metricNamesOf({ image = '' }: Container): MetricNames {
  const minor = Number(/:v?0\.(\d+)(\.|$)/.exec(image)?.[1] ?? Infinity);
  if (minor < 9) return 'before 0.9';
  return minor < 11 ? 'before 0.11' : 'current';
}

/** Reads arguments and environment of the pod's vLLM; undefined for a pod that belongs to no model. */
export function servingSettings({ metadata, spec }: Pod): ServingSettings | undefined {
  const model = metadata.labels?.[modelLabel];
  const container = spec.containers.find(({ name }) => name === servingContainer) ?? spec.containers[0];
  if (model === undefined || container === undefined) return undefined;
  const variable = (wanted: string) => container.env?.find(({ name }) => name === wanted)?.value;
  const seats = Number(argument(container, '--max-num-seqs'));
  const names = variable('SANDBOX_METRIC_NAMES');
  return {
    model,
    servedModelName: argument(container, '--served-model-name') ?? defaultServedModelName,
    maxNumSeqs: Number.isInteger(seats) && seats > 0 ? seats : defaultMaxNumSeqs,
    metricNames: names === 'vllm-0.8' ? 'before 0.9' : metricNamesOf(container),
    prefixed: names === 'kserve',
    profile: variable('SANDBOX_PROFILE') ?? defaultProfile,
  };
}

/** Whether the pod gets requests: an endpoint of its Service. */
export function isServing({ metadata, status }: Pod): boolean {
  const ready = status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True');
  return metadata.deletionTimestamp === undefined && ready === true;
}
