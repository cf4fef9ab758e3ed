import { podKind } from '../../../src/resources/kinds';
import type { Condition } from '../../../src/resources/object';
import type { Pod } from '../../../src/resources/pod';
import { findCondition } from '../../../src/resources/conditions';
import { withCondition } from '../conditions';
import type { Controller, ControllerContext } from '../context';
import { nodeKind } from '../kinds';
import { createdAt, timestamp } from '../timestamp';
import { startWorkQueue } from '../workQueue';
import type { Node } from './scheduling';
import { place } from './scheduling';

const source = 'default-scheduler';

async function bind({ client, events }: ControllerContext, pod: Pod, node: string): Promise<Pod> {
  const { namespace = '', name } = pod.metadata;
  const bound = await client.jsonPatch<Pod>(podKind, { namespace, name }, [
    { op: 'add', path: '/spec/nodeName', value: node },
  ]);
  const message = `Successfully assigned ${namespace}/${name} to ${node}`;
  events.record(pod, { type: 'Normal', reason: 'Scheduled', message, source });
  return bound;
}

async function refuse(
  { client, clock, events }: ControllerContext,
  pod: Pod,
  message: string,
): Promise<void> {
  const known = findCondition(pod.status?.conditions, 'PodScheduled');
  if (known?.status === 'False' && known.message === message) return;
  const condition: Condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message };
  const conditions = withCondition(pod.status?.conditions, condition, timestamp(clock.now()));
  await client.mergePatch(podKind, pod.metadata, { status: { conditions } }, 'status');
  events.record(pod, { type: 'Warning', reason: 'FailedScheduling', message, source });
}

/** Gives pods a node, the oldest first; pods without one are looked at again when pods or nodes change. */
export function startScheduler(context: ControllerContext): Controller {
  const { client, clock, informers } = context;

  async function schedule(): Promise<void> {
    const nodes = (await client.list<Node>(nodeKind)).items;
    let pods = (await client.list<Pod>(podKind)).items;
    const waiting = pods
      .filter(({ spec, metadata }) => spec.nodeName === undefined && metadata.deletionTimestamp === undefined)
      .sort((a, b) => createdAt(a) - createdAt(b));
    for (const pod of waiting) {
      const placement = place(pod, nodes, pods);
      if ('node' in placement) {
        const bound = await bind(context, pod, placement.node);
        pods = pods.map((one) => (one === pod ? bound : one));
      } else await refuse(context, pod, placement.reason);
    }
  }

  const queue = startWorkQueue(clock, schedule, (_key, error) => {
    context.onError(source, error);
  });
  const look = (): void => {
    if (informers.pods.items().some(({ spec }) => spec.nodeName === undefined)) queue.add('all');
  };
  const unsubscribe = [informers.pods.onChange(look), informers.nodes.onChange(look)];
  return {
    async stop() {
      for (const end of unsubscribe) end();
      await queue.stop();
    },
  };
}
