import type { KubernetesObject } from '../../../src/resources/object';
import type { Pod, PodSpec } from '../../../src/resources/pod';

/** core/v1 Node, as far as the scheduler looks at it. */
export interface Node extends KubernetesObject {
  spec?: { unschedulable?: boolean };
  status?: { allocatable?: Record<string, string>; capacity?: Record<string, string> };
}

/** Where a pod goes, or why it cannot go anywhere, in the words of kube-scheduler. */
export type Placement = { node: string } | { reason: string };

/** Devices, such as nvidia.com/gpu, come in whole numbers; cpu and memory are not counted here. */
export function devicesOf({ containers, initContainers = [] }: PodSpec): Record<string, number> {
  const sum: Record<string, number> = {};
  const add = (resources: Record<string, string>, combine: (a: number, b: number) => number): void => {
    for (const [name, quantity] of Object.entries(resources)) {
      if (name.includes('/')) sum[name] = combine(sum[name] ?? 0, Number(quantity));
    }
  };
  for (const { resources } of containers)
    add({ ...resources?.requests, ...resources?.limits }, (a, b) => a + b);
  for (const { resources } of initContainers) add({ ...resources?.requests, ...resources?.limits }, Math.max);
  return sum;
}

const holdsDevices = (pod: Pod): boolean =>
  pod.status?.phase !== 'Succeeded' && pod.status?.phase !== 'Failed';

function freeOn(node: Node, pods: readonly Pod[]): (device: string) => number {
  const here = pods.filter((pod) => pod.spec.nodeName === node.metadata.name && holdsDevices(pod));
  const { allocatable = node.status?.capacity ?? {} } = node.status ?? {};
  return (device) =>
    Number(allocatable[device] ?? 0) - here.reduce((sum, pod) => sum + (devicesOf(pod.spec)[device] ?? 0), 0);
}

function refusals(node: Node, pod: Pod, pods: readonly Pod[]): string[] {
  if (node.spec?.unschedulable === true) return ['node(s) were unschedulable'];
  const { labels = {} } = node.metadata;
  const fits = Object.entries(pod.spec.nodeSelector ?? {}).every(([key, value]) => labels[key] === value);
  if (!fits) return ["node(s) didn't match Pod's node affinity/selector"];
  const free = freeOn(node, pods);
  return Object.entries(devicesOf(pod.spec))
    .filter(([device, wanted]) => wanted > free(device))
    .map(([device]) => `Insufficient ${device}`);
}

function unschedulable(reasons: readonly string[], nodes: number): string {
  if (nodes === 0) return 'no nodes available to schedule pods';
  const counted = [...new Set(reasons)]
    .map((reason) => `${String(reasons.filter((one) => one === reason).length)} ${reason}`)
    .sort();
  const total = String(nodes);
  const preemption = `preemption: 0/${total} nodes are available: ${total} No preemption victims found for incoming pod.`;
  return `0/${total} nodes are available: ${counted.join(', ')}. ${preemption}`;
}

/** Finds a node with the devices that the pod wants; `pods` are all pods of the cluster. The emptiest node wins. */
export function place(pod: Pod, nodes: readonly Node[], pods: readonly Pod[]): Placement {
  const judged = nodes.map((node) => ({ node, reasons: refusals(node, pod, pods) }));
  const load = (name: string): number => pods.filter(({ spec }) => spec.nodeName === name).length;
  const [best] = judged
    .filter(({ reasons }) => reasons.length === 0)
    .map(({ node }) => node.metadata.name)
    .sort((a, b) => load(a) - load(b));
  if (best !== undefined) return { node: best };
  return {
    reason: unschedulable(
      judged.flatMap(({ reasons }) => reasons),
      nodes.length,
    ),
  };
}
