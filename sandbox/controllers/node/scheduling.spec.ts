import type { Pod } from '../../../src/resources/pod';
import type { Node } from './scheduling';
import { devicesOf, place } from './scheduling';

const gpu = 'nvidia.com/gpu';
const preempt = (nodes: number): string =>
  `preemption: 0/${String(nodes)} nodes are available: ${String(nodes)} No preemption victims found for incoming pod.`;

function aNode(name: string, gpus: number, more: Partial<Node> = {}): Node {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name },
    status: { allocatable: { [gpu]: String(gpus), cpu: '32' } },
    ...more,
  };
}

function aPod(gpus: number, nodeName?: string, more: Partial<Pod['status']> = {}): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p' },
    spec: {
      containers: [{ name: 'c', resources: { limits: { [gpu]: String(gpus), cpu: '1' } } }],
      ...(nodeName === undefined ? {} : { nodeName }),
    },
    status: { phase: 'Running', ...more },
  };
}

describe('place', () => {
  const three = [aNode('a', 1), aNode('b', 1), aNode('c', 2)];

  it.each<[string, Pod, Node[], Pod[], string]>([
    ['a free node', aPod(1), three, [aPod(1, 'a'), aPod(1, 'b'), aPod(1, 'c')], 'c'],
    ['the emptiest node', aPod(1), [aNode('a', 4), aNode('b', 4)], [aPod(1, 'a')], 'b'],
    ['a node whose pod has ended', aPod(1), [aNode('a', 1)], [aPod(1, 'a', { phase: 'Failed' })], 'a'],
    ['any node without a GPU', aPod(0), [aNode('a', 0)], [], 'a'],
  ])('finds %s', (_what, pod, nodes, pods, node) => {
    expect(place(pod, nodes, pods)).toEqual({ node });
  });

  it.each<[string, Pod, Node[], string]>([
    [
      'GPUs that are taken',
      aPod(3),
      three,
      `0/3 nodes are available: 3 Insufficient nvidia.com/gpu. ${preempt(3)}`,
    ],
    [
      'a cordoned node',
      aPod(2),
      [aNode('a', 1), aNode('b', 2, { spec: { unschedulable: true } })],
      `0/2 nodes are available: 1 Insufficient nvidia.com/gpu, 1 node(s) were unschedulable. ${preempt(2)}`,
    ],
    [
      'a label that no node has',
      { ...aPod(1), spec: { ...aPod(1).spec, nodeSelector: { gpu: 'h100' } } },
      [aNode('a', 1)],
      `0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector. ${preempt(1)}`,
    ],
    ['no nodes at all', aPod(1), [], 'no nodes available to schedule pods'],
  ])('says why not: %s', (_what, pod, nodes, reason) => {
    expect(place(pod, nodes, [])).toEqual({ reason });
  });
});

it('adds up the devices of containers, and counts neither cpu nor memory', () => {
  const { spec } = aPod(2);
  expect(devicesOf({ containers: [...spec.containers, ...spec.containers] })).toEqual({ [gpu]: 4 });
});
