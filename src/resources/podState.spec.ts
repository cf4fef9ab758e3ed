import type { ContainerState, Pod } from './pod';
import { podStateOf } from './podState';
import { aPendingPod } from './testObjects';
import { aPod } from './testPods';

const minute = (count: number) => `2026-01-01T00:0${String(count)}:00Z`;
const at = (count: number) => Date.parse(minute(count));

function withContainer(state: ContainerState, ready: Pod['status'] = {}): Pod {
  return aPod({
    phase: 'Running',
    containerStatuses: [{ name: 'kserve-container', ready: false, restartCount: 0, state }],
    ...ready,
  });
}

const scheduled = { type: 'PodScheduled', status: 'True', lastTransitionTime: minute(1) } as const;
const words = '0/4 nodes are available: 4 Insufficient nvidia.com/gpu.';

describe('podStateOf', () => {
  it.each<[string, Pod, ReturnType<typeof podStateOf>]>([
    ['new', aPendingPod(), { code: 'waitsForNode', since: at(0) }],
    ['unschedulable', aPendingPod('a', words), { code: 'waitsForNode', since: at(0), message: words }],
    ['without a status yet', aPod({}), { code: 'creating' }],
    [
      'on a node, pulling',
      aPod({ phase: 'Pending', conditions: [scheduled] }),
      { code: 'creating', since: at(1) },
    ],
    [
      'with containers being created',
      aPod({
        phase: 'Pending',
        startTime: minute(2),
        containerStatuses: [
          { name: 'x', ready: false, restartCount: 0, state: { waiting: { reason: 'ContainerCreating' } } },
        ],
      }),
      { code: 'creating', since: at(2) },
    ],
    [
      'running and not ready',
      withContainer({ running: { startedAt: minute(3) } }),
      { code: 'loading', since: at(3) },
    ],
    [
      'ready',
      aPod({
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: minute(4) }],
      }),
      { code: 'ready', since: at(4) },
    ],
    [
      'being deleted, though it is ready',
      aPod(
        { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
        { deletionTimestamp: minute(5) },
      ),
      { code: 'terminating', until: at(5) },
    ],
    ['done', aPod({ phase: 'Succeeded' }), { code: 'completed' }],
    ['on a lost node', aPod({ phase: 'Unknown' }), { code: 'unknown' }],
    [
      'evicted',
      aPod({ phase: 'Failed', reason: 'Evicted', message: 'The node was low on memory.' }),
      { code: 'failed', reason: 'Evicted', message: 'The node was low on memory.' },
    ],
  ])('sees a pod that is %s', (_what, pod, state) => {
    expect(podStateOf(pod)).toEqual(state);
  });

  it('takes the time of the engine, not of a sidecar', () => {
    const pod = aPod({
      phase: 'Running',
      containerStatuses: [
        {
          name: 'kube-rbac-proxy',
          ready: true,
          restartCount: 0,
          state: { running: { startedAt: minute(1) } },
        },
        {
          name: 'kserve-container',
          ready: false,
          restartCount: 0,
          state: { running: { startedAt: minute(2) } },
        },
      ],
    });
    expect(podStateOf(pod)).toEqual({ code: 'loading', since: at(2) });
  });
});
