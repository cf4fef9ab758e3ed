import type { ContainerStatus, Pod } from './pod';
import { failureOf } from './podFailure';
import { aPod } from './testPods';

const container = (state: Partial<ContainerStatus>): ContainerStatus => ({
  name: 'kserve-container',
  ready: false,
  restartCount: 3,
  ...state,
});

const outOfMemory = { terminated: { exitCode: 137, reason: 'OOMKilled' } };

describe('failureOf', () => {
  it.each<[string, Pod['status'], ReturnType<typeof failureOf>]>([
    [
      'a pod that runs',
      { phase: 'Running', containerStatuses: [container({ state: { running: {} } })] },
      undefined,
    ],
    [
      'a container that is made',
      {
        phase: 'Pending',
        containerStatuses: [container({ state: { waiting: { reason: 'PodInitializing' } } })],
      },
      undefined,
    ],
    [
      'an init container that is done',
      { phase: 'Running', initContainerStatuses: [container({ state: { terminated: { exitCode: 0 } } })] },
      undefined,
    ],
    [
      'an image that cannot be pulled',
      {
        phase: 'Pending',
        containerStatuses: [
          container({ state: { waiting: { reason: 'ImagePullBackOff', message: 'not found' } } }),
        ],
      },
      { reason: 'ImagePullBackOff', message: 'not found' },
    ],
    [
      'a storage initializer that fails',
      {
        phase: 'Pending',
        initContainerStatuses: [
          container({ state: { terminated: { exitCode: 1, message: 'no such bucket' } } }),
        ],
      },
      { reason: 'Error', exitCode: 1, message: 'no such bucket' },
    ],
    [
      'a crash loop',
      {
        phase: 'Running',
        containerStatuses: [
          container({ state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: outOfMemory }),
        ],
      },
      { reason: 'CrashLoopBackOff, OOMKilled', exitCode: 137 },
    ],
    [
      'a container between two starts',
      { phase: 'Running', containerStatuses: [container({ state: outOfMemory })] },
      { reason: 'OOMKilled', exitCode: 137 },
    ],
    ['a failed pod without words', { phase: 'Failed' }, { reason: 'Failed' }],
    [
      'a failed pod whose container ended',
      { phase: 'Failed', containerStatuses: [container({ state: outOfMemory })] },
      { reason: 'OOMKilled', exitCode: 137 },
    ],
    [
      'an evicted pod',
      { phase: 'Failed', reason: 'Evicted', message: 'low on memory' },
      { reason: 'Evicted', message: 'low on memory' },
    ],
  ])('reads %s', (_what, status, failure) => {
    expect(failureOf(aPod(status))).toEqual(failure);
  });

  it('does not take the last state of a container that runs again for a failure', () => {
    const status = container({ state: { running: {} }, lastState: outOfMemory });
    expect(failureOf(aPod({ phase: 'Running', containerStatuses: [status] }))).toBeUndefined();
  });
});
