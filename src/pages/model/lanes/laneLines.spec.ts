import { gpuLines, replicaLines, requestLines, triggerLines } from './laneLines';
import type { Gauges } from './laneLines';

const t = ((key: string) => key) as never;
const threshold = { value: 2, type: 'AverageValue', source: 'hpa' } as const;
const replicas = [1, null, 3];

function valuesOf(lines: Record<string, (number | null)[]>) {
  return (line: string) => lines[line] ?? [null, null, null];
}

describe('requestLines', () => {
  const values = valuesOf({ waiting: [0, 4, null], running: [9, 9, 9] });

  it.each<[string, Gauges, string, string]>([
    ['the waiting ones when they alone are counted', ['waiting'], 'waiting', 'running'],
    ['the running ones when both are counted', ['waiting', 'running'], 'running', 'waiting'],
    ['the running ones when they alone are counted', ['running'], 'running', 'waiting'],
    ['the running ones when something else is counted', [], 'running', 'waiting'],
  ])('puts on the ground what is compared with the capacity: %s', (_what, gauges, ground, above) => {
    const lines = requestLines(values, replicas, gauges, threshold, t);
    expect(lines.find(({ key }) => key === ground)?.base).toBeUndefined();
    expect(lines.find(({ key }) => key === above)?.base).toBeDefined();
  });

  it('stands on 0 where the line below has a gap', () => {
    const [, running] = requestLines(values, replicas, ['waiting'], threshold, t);
    expect(running?.base).toEqual([0, 4, 0]);
  });

  it.each([
    ['per replica', ['waiting'], threshold, [2, null, 6]],
    ['in all', ['waiting'], { ...threshold, type: 'Value' }, [2, null, 2]],
    ['not, of another query', [], threshold, undefined],
    ['not, without a threshold', ['waiting'], undefined, undefined],
  ] as const)('draws the capacity %s', (_what, gauges, given, capacity) => {
    const lines = requestLines(values, replicas, gauges, given, t);
    expect(lines.find(({ key }) => key === 'capacity')?.values).toEqual(capacity);
  });
});

it('draws the capacity beside what the trigger’s own query gives', () => {
  const lines = triggerLines(valuesOf({ trigger: [5, 5, 5] }), replicas, threshold, t);
  expect(lines.map(({ key }) => key)).toEqual(['trigger', 'capacity']);
});

it('draws the bounds of each time, with a band between them', () => {
  const lines = replicaLines(valuesOf({ min: [1, 1, 2], max: [3, null, 6] }), t);
  const band = lines.find(({ key }) => key === 'band');
  expect(band).toMatchObject({ values: [2, null, 4], base: [1, 1, 2], quiet: true });
  expect(lines.filter(({ labelled }) => labelled).map(({ key }) => key)).toEqual(['max', 'min']);
});

describe('gpuLines', () => {
  it('counts 0 pending where GPUs are allocated, and nothing where nothing is known', () => {
    const [, pending] = gpuLines(valuesOf({ allocated: [1, null, 2], pending: [null, null, 1] }), t);
    expect(pending?.values).toEqual([0, null, 1]);
  });

  it.each([
    [4, false],
    [512, true],
  ])('with %d allocatable ones', (count, offScale) => {
    const lines = gpuLines(valuesOf({ allocated: [1, 1, 1], allocatable: [count, count, count] }), t);
    expect(lines[2]).toMatchObject({ key: 'allocatable', offScale });
  });

  it('leaves nodes out where they cannot be seen', () => {
    expect(gpuLines(valuesOf({ allocated: [1, 1, 1] }), t)).toHaveLength(2);
  });
});
