import { aPendingPod } from '../../../resources/testObjects';
import type { Pod } from '../../../resources/pod';
import { podBars } from './podBars';

const start = Date.parse('2026-01-01T00:00:00Z') / 1000;
const times = [0, 60, 120, 180, 240].map((time) => start + time);
const now = start + 240;
const at = (time: number) => new Date((start + time) * 1000).toISOString();

/** A series of one fact; true is a point. */
function fact(line: string, ...points: (0 | 1)[]) {
  return {
    labels: { line, pod: 'llama-predictor-7c9d-a1' },
    values: points.map((point) => (point === 1 ? 1 : null)),
  };
}

function aPod(parts: Partial<Pod['status']> = {}, deletionTimestamp?: string): Pod {
  const pod = aPendingPod('llama-predictor-7c9d-b2');
  return {
    ...pod,
    metadata: { ...pod.metadata, ...(deletionTimestamp !== undefined && { deletionTimestamp }) },
    spec: { ...pod.spec, terminationGracePeriodSeconds: 30, nodeName: 'gpu-0' },
    status: {
      phase: 'Running',
      conditions: [
        { type: 'PodScheduled', status: 'True', lastTransitionTime: at(30) },
        { type: 'Ready', status: 'True', lastTransitionTime: at(100) },
      ],
      ...parts,
    },
  };
}

function partsOf(...parameters: Parameters<typeof podBars>) {
  return podBars(...parameters).map(({ parts }) =>
    parts.map(({ from, to, look }) => `${String(from - start)}-${String(to - start)} ${look}`),
  );
}

describe('podBars', () => {
  it('shows the life of a pod that is gone in the steps of its measurements', () => {
    const series = [
      fact('pending', 1, 1, 0, 0, 0),
      fact('unschedulable', 1, 0, 0, 0, 0),
      fact('running', 0, 0, 1, 1, 0),
      fact('ready', 0, 0, 1, 0, 0),
    ];
    expect(partsOf(series, times, [], now)).toEqual([
      ['0-60 waiting', '60-120 starting', '120-180 serving', '180-240 ending'],
    ]);
  });

  it('keeps a gap of the measurements', () => {
    expect(partsOf([fact('ready', 1, 0, 1, 0, 0)], times, [], now)).toEqual([
      ['0-60 serving', '120-180 serving'],
    ]);
  });

  it.each([
    ['serves', aPod(), ['0-30 waiting', '30-100 starting', '100-240 serving']],
    [
      'terminates since its deletion, a grace period before its end',
      aPod({}, at(230)),
      ['0-30 waiting', '30-100 starting', '100-200 serving', '200-240 ending'],
    ],
    ['waits for a node', aPendingPod('llama-predictor-7c9d-b2', 'no GPU'), ['0-240 waiting']],
    [
      'cannot pull its image',
      aPod({
        phase: 'Pending',
        conditions: [{ type: 'PodScheduled', status: 'True', lastTransitionTime: at(30) }],
        containerStatuses: [
          {
            name: 'kserve-container',
            ready: false,
            restartCount: 0,
            state: { waiting: { reason: 'ImagePullBackOff' } },
          },
        ],
      }),
      ['0-30 waiting', '30-240 failing'],
    ],
  ])('takes from the pod itself, to the second, that it %s', (_what, pod, parts) => {
    expect(partsOf([], times, [pod], now)).toEqual([parts]);
  });

  it('takes what was before a restart from the measurements', () => {
    const pod = aPod({
      containerStatuses: [{ name: 'kserve-container', ready: true, restartCount: 1, state: {} }],
    });
    const series = [
      { ...fact('failing', 1, 1, 0, 0, 0), labels: { line: 'failing', pod: pod.metadata.name } },
    ];
    expect(partsOf(series, times, [pod], now)).toEqual([['0-100 failing', '100-240 serving']]);
  });

  it('names a pod by the end of its name, and leaves out those of another time', () => {
    expect(podBars([fact('ready', 1, 1, 1, 1, 1)], times, [], now)[0]?.label).toBe('a1');
    expect(podBars([], [start - 900, start - 840], [aPod()], start - 840)).toEqual([]);
  });
});
