import { hasStatus } from '../../../src/resources/conditions';
import type { Pod } from '../../../src/resources/pod';
import { dueAt, loadSeconds, stageOf } from './stages';

const start = Date.parse('2026-01-01T00:00:00Z');

function aPod(env: { name: string; value?: string }[] = []): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', namespace: 'team-a' },
    spec: { nodeName: 'gpu-0', containers: [{ name: 'kserve-container', image: 'vllm', env }] },
    status: { phase: 'Pending' },
  };
}

/** Lets the pod live until nothing is due; the names of its stages, and when each was over, in seconds. */
function live(pod: Pod): { passed: [string, number][]; pod: Pod } {
  const passed: [string, number][] = [];
  let now = start;
  for (let stage = stageOf(pod); stage !== undefined; stage = stageOf(pod)) {
    now = dueAt(stage, pod, now, false);
    const time = new Date(now).toISOString();
    const status = stage.next(pod, time, '10.128.0.5');
    passed.push([stage.name, (now - start) / 1000]);
    if (status === undefined) break;
    pod = { ...pod, status };
  }
  return { passed, pod };
}

describe('the life of a pod', () => {
  it('pulls, loads and serves within its load time', () => {
    const { passed, pod } = live(aPod([{ name: 'SANDBOX_LOAD_SECONDS', value: '90' }]));
    expect(passed).toEqual([
      ['create containers', 0],
      ['start', 18],
      ['load the model', 90],
    ]);
    expect(pod.status).toMatchObject({
      phase: 'Running',
      podIP: '10.128.0.5',
      startTime: '2026-01-01T00:00:00.000Z',
    });
    expect(hasStatus(pod.status?.conditions, 'Ready', 'True')).toBe(true);
    expect(pod.status?.containerStatuses?.[0]).toMatchObject({ ready: true, started: true });
  });

  it('is not ready while the model loads', () => {
    const pulled = { ...aPod(), status: stageOf(aPod())?.next(aPod(), '2026-01-01T00:00:00Z', '') ?? {} };
    const running = {
      ...pulled,
      status: stageOf(pulled)?.next(pulled, '2026-01-01T00:00:10Z', '10.0.0.1') ?? {},
    };
    expect(running.status).toMatchObject({ phase: 'Running' });
    expect(hasStatus(running.status.conditions, 'Ready', 'False')).toBe(true);
  });

  it('ends a few seconds after its deletion, whatever it was doing', () => {
    const pod = aPod();
    pod.metadata.deletionTimestamp = '2026-01-01T00:00:30Z';
    expect(live(pod).passed).toEqual([['stop', 3]]);
  });

  it('waits for nothing when it serves, has no node, or is not to wait', () => {
    const { pod } = live(aPod());
    const { containers } = aPod().spec;
    expect(stageOf(pod)).toBeUndefined();
    expect(stageOf({ ...aPod(), spec: { containers } })).toBeUndefined();
    const stage = stageOf({ ...aPod(), status: { phase: 'Pending', containerStatuses: [] } });
    expect(stage && dueAt(stage, aPod(), start, true)).toBe(start);
  });
});

describe('a pod whose model does not load', () => {
  const words = 'torch.OutOfMemoryError: CUDA out of memory.';
  const faulty = aPod([
    { name: 'SANDBOX_LOAD_SECONDS', value: '60' },
    { name: 'SANDBOX_LOAD_FAULT', value: words },
  ]);

  /** Lets the pod live through so many stages; their names and how long each took, in seconds. */
  function liveOn(start0: Pod, count: number): { passed: [string, number][]; pod: Pod } {
    let pod = start0;
    let now = start;
    const passed: [string, number][] = [];
    for (let step = 0; step < count; step += 1) {
      const stage = stageOf(pod);
      if (stage === undefined) break;
      const due = dueAt(stage, pod, now, false);
      passed.push([stage.name, (due - now) / 1000]);
      now = due;
      pod = { ...pod, status: stage.next(pod, new Date(now).toISOString(), '10.128.0.5') ?? {} };
    }
    return { passed, pod };
  }

  it('is started again and again, each time after a longer wait', () => {
    expect(liveOn(faulty, 8).passed).toEqual([
      ['create containers', 0],
      ['start', 12],
      ['fail to load the model', 48],
      ['restart', 10],
      ['fail to load the model', 48],
      ['restart', 20],
      ['fail to load the model', 48],
      ['restart', 40],
    ]);
  });

  it('says what its last words were while it waits', () => {
    const { pod } = liveOn(faulty, 5);
    expect(pod.status?.containerStatuses).toEqual([
      expect.objectContaining({
        ready: false,
        restartCount: 2,
        state: { waiting: expect.objectContaining({ reason: 'CrashLoopBackOff' }) as unknown },
        lastState: {
          terminated: expect.objectContaining({ exitCode: 1, reason: 'Error', message: words }) as unknown,
        },
      }),
    ]);
    expect(hasStatus(pod.status?.conditions, 'Ready', 'False')).toBe(true);
  });

  it('waits for its restart also where pods are ready at once', () => {
    const { pod } = liveOn(faulty, 3);
    const stage = stageOf(pod);
    expect(stage && dueAt(stage, pod, start, true)).toBe(start + 10_000);
  });
});

it.each([
  ['given', [{ name: 'SANDBOX_LOAD_SECONDS', value: '7.5' }], 7.5],
  ['not given', [], 60],
  ['no number', [{ name: 'SANDBOX_LOAD_SECONDS', value: 'soon' }], 60],
  ['negative', [{ name: 'SANDBOX_LOAD_SECONDS', value: '-1' }], 60],
])('the load time, when it is %s', (_what, env, seconds) => {
  expect(loadSeconds(aPod(env))).toBe(seconds);
});
