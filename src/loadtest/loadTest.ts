import { findCondition } from '../resources/conditions';
import type { Job } from '../resources/job';
import { known } from '../resources/known';
import { isOwnedBy } from '../resources/owner';
import type { Pod } from '../resources/pod';
import { failureOf } from '../resources/podFailure';
import type { PodFailure } from '../resources/podFailure';
import { timeOf } from '../resources/time';
import type { LoadProfile } from './loadPlan';
import { modelLabel, profileAnnotation, targetAnnotation } from './loadTestLabels';
import type { SentLoad } from './sentLoad';
import { sentLoadOf } from './sentLoad';

/** starting: its pod has no running container yet. stopping: it is being deleted. */
export type LoadTestState = 'starting' | 'running' | 'stopping' | 'done' | 'failed';

/** A load test as its Job and pod tell. Times in seconds since 1970. */
export interface LoadTest {
  name: string;
  namespace: string;
  state: LoadTestState;
  createdAt: number;
  /** When GuideLLM's container began; it needs some seconds more until its first request. */
  startedAt?: number;
  endedAt?: number;
  profile?: LoadProfile;
  target?: string;
  /** What GuideLLM was told; absent when its flags are not those that are known here. */
  sent?: SentLoad;
  /** Why it failed, or what keeps its pod from starting; a word of Kubernetes and its message. */
  trouble?: { reason: string; message?: string };
}

const profiles: readonly LoadProfile[] = ['constant', 'burst', 'sweep'];
const seconds = (time: string | undefined): number | undefined => {
  const milliseconds = timeOf(time);
  return milliseconds === undefined ? undefined : milliseconds / 1000;
};

/** Host names that lead to a model, without domain: KServe's Service and those of the chart vllm-model. */
function hostsOf(model: string): readonly string[] {
  return ['predictor', 'api', 'entry'].map((part) => `${model}-${part}`);
}

/** Whether a Job tests this model: by its label, or, for one that the chart made, by where it sends its requests. */
export function isTestOf({ metadata }: Job, model: string): boolean {
  const label = metadata.labels?.[modelLabel];
  if (label !== undefined) return label === model;
  const [, service = '', namespace] =
    /^https?:\/\/([^./:]+)(?:\.([^./:]+))?/.exec(metadata.annotations?.[targetAnnotation] ?? '') ?? [];
  return hostsOf(model).includes(service) && (namespace === undefined || namespace === metadata.namespace);
}

function stateOf({ metadata, status }: Job, startedAt: number | undefined): LoadTestState {
  if (findCondition(status?.conditions, 'Complete')?.status === 'True') return 'done';
  if (findCondition(status?.conditions, 'Failed')?.status === 'True') return 'failed';
  if (metadata.deletionTimestamp !== undefined) return 'stopping';
  return startedAt === undefined ? 'starting' : 'running';
}

/** When the container of the test began, from its pod. */
function startOf(pod: Pod | undefined): number | undefined {
  const state = pod?.status?.containerStatuses?.find(({ name }) => name === 'guidellm')?.state;
  return seconds(state?.running?.startedAt ?? state?.terminated?.startedAt);
}

/** A failed Job has no completionTime: its condition tells when (batch/v1 JobStatus). */
function endOf({ status }: Job): number | undefined {
  const failed = findCondition(status?.conditions, 'Failed');
  const failedAt = failed?.status === 'True' ? failed.lastTransitionTime : undefined;
  return seconds(status?.completionTime ?? failedAt);
}

/** Why the Job failed: its pod knows it better than the Job, which says only that it gave up. */
function failureOfJob({ status }: Job, inPod: PodFailure | undefined): LoadTest['trouble'] {
  const failed = findCondition(status?.conditions, 'Failed');
  return known({
    reason: inPod?.reason ?? failed?.reason ?? 'Failed',
    message: inPod?.message ?? failed?.message,
  });
}

/** What keeps a pod from starting. */
function obstacleOf(pod: Pod, inPod: PodFailure | undefined): LoadTest['trouble'] {
  const scheduled = findCondition(pod.status?.conditions, 'PodScheduled');
  return scheduled?.status === 'False'
    ? known({ reason: scheduled.reason ?? 'Unschedulable', message: scheduled.message })
    : inPod && known({ reason: inPod.reason, message: inPod.message });
}

function troubleOf(job: Job, pod: Pod | undefined, state: LoadTestState): LoadTest['trouble'] {
  const inPod = pod && failureOf(pod);
  if (state === 'failed') return failureOfJob(job, inPod);
  return state === 'starting' && pod !== undefined ? obstacleOf(pod, inPod) : undefined;
}

/** When the test began: its container; where that cannot be seen, its Job, as soon as the pod has begun. */
function beginOf({ status }: Job, pod: Pod | undefined): number | undefined {
  const counts = [status?.ready, status?.succeeded, status?.failed];
  const ran = counts.some((count = 0) => count > 0);
  const hidden = pod === undefined && ran;
  return startOf(pod) ?? (hidden ? seconds(status?.startTime) : undefined);
}

/** Reads a Job and its pod, if that can be seen. */
export function loadTestOf(job: Job, pods: readonly Pod[]): LoadTest {
  const { name, namespace = '', creationTimestamp, annotations = {} } = job.metadata;
  const pod = pods.find((each) => isOwnedBy(each, job));
  const startedAt = beginOf(job, pod);
  const state = stateOf(job, startedAt);
  return known({
    name,
    namespace,
    state,
    createdAt: seconds(creationTimestamp) ?? 0,
    startedAt,
    endedAt: endOf(job),
    profile: profiles.find((profile) => profile === annotations[profileAnnotation]),
    target: annotations[targetAnnotation],
    sent: sentLoadOf(job),
    trouble: troubleOf(job, pod, state),
  });
}

/** Whether it sends requests, or is about to. */
export function isUnderWay({ state }: LoadTest): boolean {
  return state === 'starting' || state === 'running' || state === 'stopping';
}

/** The tests of a model, newest first. */
export function loadTestsOf(jobs: readonly Job[], pods: readonly Pod[], model: string): LoadTest[] {
  return jobs
    .filter((job) => isTestOf(job, model))
    .map((job) => loadTestOf(job, pods))
    .toSorted((a, b) => b.createdAt - a.createdAt || (a.name < b.name ? 1 : -1));
}
