import type { Pod } from '../resources/pod';
import { podTimesOf, rememberedTimes } from './podTimes';

const at = (seconds: number): string => new Date(seconds * 1000).toISOString();

function aPod(uid: string, created: number, scheduled?: number, ready?: number): Pod {
  const condition = (type: string, time: number | undefined) =>
    time === undefined ? [] : [{ type, status: 'True' as const, lastTransitionTime: at(time) }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: uid, uid, creationTimestamp: at(created) },
    spec: { containers: [] },
    status: { conditions: [...condition('PodScheduled', scheduled), ...condition('Ready', ready)] },
  };
}

describe('podTimesOf', () => {
  it.each([
    ['new', aPod('a', 10), { uid: 'a', createdAt: 10 }],
    ['on its node', aPod('a', 10, 11), { uid: 'a', createdAt: 10, scheduledAt: 11 }],
    ['serving', aPod('a', 10, 11, 70), { uid: 'a', createdAt: 10, scheduledAt: 11, readyAt: 70 }],
  ])('%s', (_case, pod, times) => {
    expect(podTimesOf(pod)).toEqual(times);
  });
});

describe('rememberedTimes', () => {
  it('keeps pods that are gone, and what they had passed', () => {
    const first = rememberedTimes([], [aPod('a', 10, 11, 70), aPod('b', 12)]);
    const later = rememberedTimes(first, [aPod('a', 10, 11), aPod('c', 90)]);
    expect(later).toEqual([
      { uid: 'a', createdAt: 10, scheduledAt: 11, readyAt: 70 },
      { uid: 'b', createdAt: 12 },
      { uid: 'c', createdAt: 90 },
    ]);
  });
});
