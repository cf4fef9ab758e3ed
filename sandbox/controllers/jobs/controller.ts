import { randomInt } from 'node:crypto';
import type { Job } from '../../../src/resources/job';
import { jobKind, podKind } from '../../../src/resources/kinds';
import { isOwnedBy } from '../../../src/resources/owner';
import type { Pod } from '../../../src/resources/pod';
import type { Controller, ControllerContext } from '../context';
import { sameJson } from '../json';
import { ownerReference } from '../owner';
import { isActive } from '../podState';
import { addressOf, keyOf, startWorkQueue } from '../workQueue';
import { deadlineOf, finishedAt, isFinished, jobStatus } from './status';

/** The letters that Kubernetes uses for generated names (apimachinery util/rand). */
const letters = 'bcdfghjklmnpqrstvwxz2456789';
const source = 'job-controller';

function newPod(job: Job): Pod {
  const { metadata, spec } = job.spec.template;
  const suffix = Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${job.metadata.name}-${suffix}`,
      namespace: job.metadata.namespace ?? '',
      labels: { ...metadata?.labels },
      ownerReferences: [ownerReference(job)],
    },
    spec,
  };
}

async function podsOf({ client }: ControllerContext, job: Job): Promise<Pod[]> {
  const { items } = await client.list<Pod>(podKind, job.metadata.namespace);
  return items.filter((pod) => isOwnedBy(pod, job));
}

/** How many pods a Job lacks: as many as may run at once, and no more than have to succeed yet. */
function missing({ spec }: Job, pods: readonly Pod[]): number {
  if (spec.suspend === true) return 0;
  const succeeded = pods.filter(({ status }) => status?.phase === 'Succeeded').length;
  const wanted = Math.min(spec.parallelism ?? 1, (spec.completions ?? 1) - succeeded);
  return Math.max(0, wanted - pods.filter(isActive).length);
}

/** Runs the pods of each Job until as many have succeeded as it wants, or it gives up (kubernetes pkg/controller/job). */
export function startJobController(context: ControllerContext): Controller {
  const { client, clock, informers, events } = context;

  async function end(job: Job, pods: readonly Pod[]): Promise<void> {
    const condition = job.status?.conditions?.find(({ status }) => status === 'True');
    const failed = condition?.type === 'Failed';
    const { reason = '', message = '' } = condition ?? {};
    events.record(job, {
      type: failed ? 'Warning' : 'Normal',
      reason: failed ? reason : 'Completed',
      message: failed ? message : 'Job completed',
      source,
    });
    for (const pod of pods.filter(isActive))
      await client.remove(podKind, pod.metadata.namespace, pod.metadata.name);
  }

  /** The TTL controller deletes in the foreground: a Job takes its pods along (kubernetes pkg/controller/ttlafterfinished). */
  async function removeAfterTtl(key: string, job: Job): Promise<void> {
    const over = finishedAt(job);
    const { ttlSecondsAfterFinished } = job.spec;
    if (over === undefined || ttlSecondsAfterFinished === undefined) return;
    const left = over + ttlSecondsAfterFinished * 1000 - clock.now();
    if (left > 0) {
      queue.addAfter(key, left);
      return;
    }
    for (const { metadata } of await podsOf(context, job))
      await client.remove(podKind, metadata.namespace, metadata.name);
    await client.remove(jobKind, job.metadata.namespace, job.metadata.name);
  }

  async function reconcile(key: string): Promise<void> {
    const { namespace, name } = addressOf(key);
    const job = await client.get<Job>(jobKind, namespace, name);
    if (job === undefined || job.metadata.deletionTimestamp !== undefined) return;
    if (isFinished(job)) {
      await removeAfterTtl(key, job);
      return;
    }
    const pods = await podsOf(context, job);
    const seen = jobStatus(job, pods, clock.now());
    if (!isFinished({ ...job, status: seen })) {
      for (let count = missing(job, pods); count > 0; count -= 1) {
        const pod = await client.create(podKind, newPod(job));
        pods.push(pod);
        const message = `Created pod: ${pod.metadata.name}`;
        events.record(job, { type: 'Normal', reason: 'SuccessfulCreate', message, source });
      }
    }
    const status = jobStatus(job, pods, clock.now());
    const deadline = deadlineOf({ ...job, status });
    if (deadline !== undefined) queue.addAfter(key, Math.max(0, deadline - clock.now()) + 1000);
    if (sameJson(status, job.status)) return;
    const written = await client.mergePatch<Job>(jobKind, { namespace, name }, { status }, 'status');
    if (isFinished(written)) await end(written, pods);
  }

  const queue = startWorkQueue(clock, reconcile, (_key, error) => {
    context.onError(source, error);
  });
  const unsubscribe = [
    informers.jobs.onChange((_type, job) => {
      queue.add(keyOf(job));
    }),
    informers.pods.onChange((_type, pod) => {
      const owner = pod.metadata.ownerReferences?.find(({ kind }) => kind === 'Job');
      if (owner !== undefined) queue.add(`${pod.metadata.namespace ?? ''}/${owner.name}`);
    }),
  ];
  return {
    async stop() {
      for (const leave of unsubscribe) leave();
      await queue.stop();
    },
  };
}
