import type { Pod } from '../../../src/resources/pod';
import type { Occurrence } from '../eventRecorder';
import { isReady } from '../podState';
import { crashed, createdOnNode, isCrashed, running, serving } from './podStatus';

/** One step of a pod's life on its node, as kwok describes it: which pods, when, and what comes next. */
export interface Stage {
  name: string;
  selects(pod: Pod): boolean;
  /** Simulated milliseconds since the epoch from which the delay counts; undefined: from when the stage was seen. */
  since(pod: Pod): number | undefined;
  delaySeconds(pod: Pod): number;
  /** Waits also where pods are to be ready at once: else a container that cannot run would restart without end. */
  neverInstant?: boolean;
  /** The status that the pod gets; undefined removes the pod. `now` is RFC 3339. */
  next(pod: Pod, now: string, podIP: string): Pod['status'] | undefined;
  events(pod: Pod): (Pick<Occurrence, 'reason' | 'message'> & Partial<Pick<Occurrence, 'type'>>)[];
}

const defaultLoadSeconds = 60;
const stopSeconds = 3;
/** The share of the load time that goes into pulling the image, and its upper limit. */
const pullShare = 0.2;
const longestPullSeconds = 20;

/** Seconds from assignment to readiness: image, weights and warm-up (SANDBOX_LOAD_SECONDS of a container). */
export function loadSeconds({ spec }: Pod): number {
  const variables = spec.containers.flatMap(({ env = [] }) => env);
  const given = Number(variables.find(({ name }) => name === 'SANDBOX_LOAD_SECONDS')?.value ?? Number.NaN);
  return Number.isFinite(given) && given >= 0 ? given : defaultLoadSeconds;
}

/** The last words of a container that ends instead of serving (SANDBOX_LOAD_FAULT); undefined when it will serve. */
function loadFault({ spec }: Pod): string | undefined {
  const variables = spec.containers.flatMap(({ env = [] }) => env);
  const value = variables.find(({ name }) => name === 'SANDBOX_LOAD_FAULT')?.value ?? '';
  return value === '' ? undefined : value;
}

/** The kubelet waits 10 s before the first restart, each time twice as long, at most 5 minutes. */
function backOffSeconds(pod: Pod): number {
  const { restartCount = 0 } = pod.status?.containerStatuses?.[0] ?? {};
  return Math.min(10 * 2 ** Math.max(0, restartCount - 1), 300);
}

const pullSeconds = (pod: Pod): number => Math.min(loadSeconds(pod) * pullShare, longestPullSeconds);
const startedAt = (pod: Pod): string | undefined =>
  pod.status?.containerStatuses?.[0]?.state?.running?.startedAt;
const since = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : Date.parse(time);
const image = (pod: Pod): string => pod.spec.containers[0]?.image ?? '';
const ends = (pod: Pod): boolean => pod.metadata.deletionTimestamp !== undefined;
const onNode = (pod: Pod): boolean => pod.spec.nodeName !== undefined && !ends(pod);

const isLoading = (pod: Pod): boolean => onNode(pod) && pod.status?.phase === 'Running' && !isReady(pod);

/** A pod of a Job: it works until it ends, and there is nothing that it has to load before it is ready. */
const isTask = ({ spec }: Pod): boolean =>
  spec.restartPolicy === 'Never' || spec.restartPolicy === 'OnFailure';

/** The life of a pod from its node on; the first stage that selects it is the one it waits for. */
export const stages: readonly Stage[] = [
  {
    name: 'stop',
    selects: (pod) => ends(pod) && pod.spec.nodeName !== undefined,
    since: () => undefined,
    delaySeconds: (pod) => Math.min(stopSeconds, pod.spec.terminationGracePeriodSeconds ?? stopSeconds),
    next: () => undefined,
    events: (pod) =>
      pod.spec.containers.map(({ name }) => ({ reason: 'Killing', message: `Stopping container ${name}` })),
  },
  {
    name: 'create containers',
    selects: (pod) => onNode(pod) && pod.status?.containerStatuses === undefined,
    since: () => undefined,
    delaySeconds: () => 0,
    next: createdOnNode,
    events: (pod) => [{ reason: 'Pulling', message: `Pulling image "${image(pod)}"` }],
  },
  {
    name: 'start',
    selects: (pod) => onNode(pod) && pod.status?.phase === 'Pending',
    since: (pod) => since(pod.status?.startTime),
    delaySeconds: pullSeconds,
    next: running,
    events: (pod) => [
      { reason: 'Pulled', message: `Successfully pulled image "${image(pod)}"` },
      ...pod.spec.containers.flatMap(({ name }) => [
        { reason: 'Created', message: `Created container: ${name}` },
        { reason: 'Started', message: `Started container ${name}` },
      ]),
    ],
  },
  {
    name: 'restart',
    selects: (pod) => onNode(pod) && isCrashed(pod),
    since: () => undefined,
    delaySeconds: backOffSeconds,
    neverInstant: true,
    next: (pod, now) => running(pod, now, pod.status?.podIP ?? ''),
    events: (pod) =>
      pod.spec.containers.map(({ name }) => ({ reason: 'Started', message: `Started container ${name}` })),
  },
  {
    name: 'fail to load the model',
    selects: (pod) => isLoading(pod) && loadFault(pod) !== undefined,
    since: (pod) => since(startedAt(pod)),
    delaySeconds: (pod) => loadSeconds(pod) - pullSeconds(pod),
    next: (pod, now) => crashed(pod, now, loadFault(pod) ?? ''),
    events: (pod) => [
      {
        type: 'Warning',
        reason: 'BackOff',
        message: `Back-off restarting failed container ${pod.spec.containers[0]?.name ?? ''} in pod ${pod.metadata.name}_${pod.metadata.namespace ?? ''}(${pod.metadata.uid ?? ''})`,
      },
    ],
  },
  {
    name: 'begin its task',
    selects: (pod) => isLoading(pod) && isTask(pod),
    since: (pod) => since(startedAt(pod)),
    delaySeconds: () => 0,
    next: (pod, now) => serving(pod, now),
    events: () => [],
  },
  {
    name: 'load the model',
    selects: isLoading,
    since: (pod) => since(startedAt(pod)),
    delaySeconds: (pod) => loadSeconds(pod) - pullSeconds(pod),
    next: (pod, now) => serving(pod, now),
    events: () => [],
  },
];

/** The stage that the pod waits for; undefined when nothing is due by itself. */
export function stageOf(pod: Pod): Stage | undefined {
  return stages.find((stage) => stage.selects(pod));
}

/** When the stage is due, in simulated milliseconds; at once for `instant`. `seen` is when the pod was first in it. */
export function dueAt(stage: Stage, pod: Pod, seen: number, instant: boolean): number {
  if (instant && stage.neverInstant !== true) return seen;
  return (stage.since(pod) ?? seen) + stage.delaySeconds(pod) * 1000;
}
