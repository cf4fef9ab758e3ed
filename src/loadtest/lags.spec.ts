import type { Lag } from './lag';
import type { LagRule, TestTimes } from './lags';
import { lagsOf } from './lags';
import type { PodTimes } from './podTimes';
import type { Values } from '../resources/values';
import type { TestSeries } from './testSeries';

const step = 30;
const gap = null;

/** Series from 0 on, a point each 30 s; what is left out of `load` is the queue. */
function series(lines: { waiting: Values; wanted: Values; ready?: Values; load?: Values }): TestSeries {
  const { waiting, wanted, ready = wanted, load = waiting } = lines;
  return { times: waiting.map((_, index) => index * step), waiting, load, wanted, ready };
}

const rule: LagRule = { threshold: 2, windowSeconds: 300 };
const test: TestTimes = { startedAt: 30 };
const ended: TestTimes = { startedAt: 30, endedAt: 240 };

const told = (lags: readonly Lag[]): string[] =>
  lags.map(({ code, seconds, verdict }) => `${code} ${seconds?.toString() ?? '-'} ${verdict}`);

// 0 30 60 90 120 150 180 210 240
const growing = series({
  waiting: [0, 0, 9, 20, 20, 12, 4, 0, 0],
  wanted: [1, 1, 1, 3, 3, 3, 3, 3, 3],
  ready: [1, 1, 1, 1, 1, 2, 3, 3, 3],
});

const pods: PodTimes[] = [
  { uid: 'old', createdAt: 0, scheduledAt: 1, readyAt: 20 },
  { uid: 'a', createdAt: 71, scheduledAt: 72, readyAt: 139 },
  { uid: 'b', createdAt: 72, readyAt: 150 },
];

const shrinking = series({
  waiting: [0, 0, 9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  wanted: [1, 1, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 1],
});

describe('lagsOf', () => {
  it.each<[string, TestSeries, TestTimes, LagRule, PodTimes[], number, string[]]>([
    [
      'from the series alone',
      growing,
      test,
      rule,
      [],
      240,
      [
        'breached 30 measured',
        'wanted 30 within',
        'scheduled - open',
        'ready 60 within',
        'allReady 90 measured',
        'cleared 60 measured',
        'shrunk - open',
      ],
    ],
    [
      'to the second, from the pods',
      growing,
      test,
      rule,
      pods,
      240,
      [
        'breached 30 measured',
        'wanted 11 within',
        'scheduled 1 within',
        'ready 68 within',
        'allReady 109 measured',
        'cleared 71 measured',
        'shrunk - open',
      ],
    ],
    [
      'the replicas go after the window',
      shrinking,
      { startedAt: 30, endedAt: 150 },
      rule,
      [],
      480,
      [
        'breached 30 measured',
        'wanted 30 within',
        'scheduled - never',
        'ready 0 faster',
        'allReady 0 measured',
        'cleared 60 measured',
        'shrunk 330 within',
      ],
    ],
    [
      'nothing was too much',
      series({ waiting: [0, 0, 2, 2, 0], wanted: [1, 1, 1, 1, 1] }),
      ended,
      rule,
      [],
      1000,
      [
        'breached - never',
        'wanted - never',
        'scheduled - never',
        'ready - never',
        'allReady - never',
        'cleared - never',
        'shrunk - never',
      ],
    ],
    [
      'the model is at its maximum: the queue goes with the load',
      series({ waiting: [0, 0, 9, 9, 0], wanted: [3, 3, 3, 3, 3] }),
      ended,
      rule,
      [],
      1000,
      [
        'breached 30 measured',
        'wanted - never',
        'scheduled - never',
        'ready - never',
        'allReady - never',
        'cleared 60 measured',
        'shrunk - never',
      ],
    ],
    [
      'within the tolerance nothing is wanted',
      series({ waiting: [0, 6.5, 6.5], wanted: [3, 3, 3] }),
      test,
      rule,
      [],
      60,
      [
        'breached - open',
        'wanted - open',
        'scheduled - open',
        'ready - open',
        'allReady - open',
        'cleared - open',
        'shrunk - open',
      ],
    ],
    [
      'without a threshold a request that waits is the breach',
      series({ waiting: [0, 0, 1, 0], wanted: [1, 1, 1, 1] }),
      test,
      { windowSeconds: 300 },
      [],
      90,
      [
        'breached 30 measured',
        'wanted - open',
        'scheduled - open',
        'ready - open',
        'allReady - open',
        'cleared 30 measured',
        'shrunk - open',
      ],
    ],
    [
      'gaps and what was before the test count for nothing',
      series({ waiting: [50, gap, gap, 9, gap], wanted: [1, gap, 1, 1, 3] }),
      { startedAt: 30 },
      rule,
      [],
      120,
      [
        'breached 60 measured',
        'wanted 30 within',
        'scheduled - open',
        'ready 0 faster',
        'allReady 0 measured',
        'cleared - open',
        'shrunk - open',
      ],
    ],
    [
      'a slow autoscaler is called slow',
      series({ waiting: [0, 9, 9, 9, 9], wanted: [1, 1, 1, 1, 2] }),
      test,
      rule,
      [],
      120,
      [
        'breached 0 measured',
        'wanted 90 slower',
        'scheduled - open',
        'ready 0 faster',
        'allReady 0 measured',
        'cleared - open',
        'shrunk - open',
      ],
    ],
  ])('%s', (_case, lines, times, byRule, added, now, expected) => {
    expect(told(lagsOf(lines, times, byRule, added, now))).toEqual(expected);
  });
});
