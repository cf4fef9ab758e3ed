import { aScaledObject, anInferenceService } from '../../resources/testObjects';
import type { ServedModel } from '../../resources/servedModel';
import { modelLoadOf } from './modelLoad';

function asking(metadata: Record<string, string>): ServedModel {
  return {
    key: 'team-a/llama',
    namespace: 'team-a',
    name: 'llama',
    inferenceService: anInferenceService(),
    scaledObject: aScaledObject({ triggers: [{ type: 'prometheus', metadata }] }),
    pendingPods: [],
  };
}

describe('modelLoadOf', () => {
  const model = asking({ query: 'sum(other)' });
  const range = { start: 0, end: 15, step: 15 };
  const load = (trigger?: { labels: Record<string, string>; values: (number | null)[] }[], error?: Error) =>
    modelLoadOf(model, {
      range,
      times: [0, 15],
      groups: new Map([
        ['requests', { series: [] }],
        ...(trigger === undefined ? [] : [['trigger', { series: trigger, error }] as const]),
      ]),
    } as unknown as Parameters<typeof modelLoadOf>[1]);

  it.each([
    ['a value', [{ labels: {}, values: [1, 7] }], { series: 1, value: 7 }],
    ['a series that ended', [{ labels: {}, values: [1, null] }], { series: 0 }],
    ['no series', [], { series: 0 }],
    [
      'two series',
      [
        { labels: { a: '1' }, values: [1, 1] },
        { labels: { a: '2' }, values: [1, 0] },
      ],
      { series: 2 },
    ],
  ])('tells of the trigger %s', (_name, series, trigger) => {
    expect(load(series)).toEqual({ at: 15_000, trigger });
  });

  it('tells nothing of a trigger that was not asked, or not answered', () => {
    expect(load()).toEqual({ at: 15_000 });
    expect(load([], new Error('503'))).toEqual({ at: 15_000 });
  });

  it.each([
    ['under another name only', [['waiting', 3]], { series: 0 }],
    [
      'under the name that the trigger asks for',
      [
        ['waiting', 3],
        ['trigger', 3],
      ],
      undefined,
    ],
    ['not at all', [], undefined],
  ] as const)('tells of a trigger on the queue that is measured %s', (_case, lines, trigger) => {
    const own = asking({
      query: 'sum(vllm:num_requests_waiting{namespace="team-a",service="llama-metrics"})',
    });
    const series = lines.map(([line, value]) => ({ labels: { line }, values: [value, value] }));
    const groups = new Map([['requests', { series }]]);
    const all = { range, times: [0, 15], groups } as unknown as Parameters<typeof modelLoadOf>[1];
    expect(modelLoadOf(own, all).trigger).toEqual(trigger);
  });
});
