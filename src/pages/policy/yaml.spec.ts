import { parse } from 'yaml';
import { compareLines, yamlLines } from './yaml';

it.each<[unknown]>([
  [{ a: 1, b: 'text', c: true, d: null }],
  [{ list: [{ a: 1, b: [1, 2] }, 'x', []], empty: {}, none: [] }],
  [{ query: 'sum(vllm:num_requests_waiting{namespace="team-a"})', threshold: '2', on: 'yes' }],
  [
    {
      'serving.kserve.io/autoscalerClass': 'keda',
      spaces: ' a ',
      lines: 'a\nb',
      colon: 'a: b',
      hash: 'a #b',
    },
  ],
])('writes YAML that says the same: %j', (value) => {
  expect(parse(yamlLines(value).join('\n'))).toEqual(value);
});

it('compares line by line', () => {
  expect(
    compareLines(['a', 'b', 'c'], ['a', 'x', 'c', 'd']).map(({ sign, text }) => `${sign}${text}`),
  ).toEqual([' a', '-b', '+x', ' c', '+d']);
  expect(compareLines(['a'], ['a'])).toEqual([{ sign: ' ', text: 'a' }]);
});
