import type { Container, Pod } from '../../src/resources/pod';
import { known } from '../../src/resources/known';
import type { MetricNames } from './metricNames';
import { metricNamesOf } from './metricNames';
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
  /** Absent: the names of today's vLLM. */
  metricNames?: MetricNames;
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

/** Reads arguments and environment of the pod's vLLM; undefined for a pod that belongs to no model. */
export function servingSettings({ metadata, spec }: Pod): ServingSettings | undefined {
  const model = metadata.labels?.[modelLabel];
  const container = spec.containers.find(({ name }) => name === servingContainer) ?? spec.containers[0];
  if (model === undefined || container === undefined) return undefined;
  const variable = (wanted: string) => container.env?.find(({ name }) => name === wanted)?.value;
  const seats = Number(argument(container, '--max-num-seqs'));
  return known({
    model,
    servedModelName: argument(container, '--served-model-name') ?? defaultServedModelName,
    maxNumSeqs: Number.isInteger(seats) && seats > 0 ? seats : defaultMaxNumSeqs,
    profile: variable('SANDBOX_PROFILE') ?? defaultProfile,
    metricNames: metricNamesOf(variable('SANDBOX_METRIC_NAMES')),
  });
}

/** Whether the pod gets requests: an endpoint of its Service. */
export function isServing({ metadata, status }: Pod): boolean {
  const ready = status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True');
  return metadata.deletionTimestamp === undefined && ready === true;
}
