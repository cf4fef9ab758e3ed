import { lastHighSample, type Sample } from './lastHighSample';

const burst: Sample[] = [
  [0, 0],
  [15, 24],
  [30, 5],
  [45, 4],
  [60, 0],
];

it.each([
  [2, 3, 30],
  [2, 2, 45],
  [2, 12, 15],
  [2, 13, undefined],
  [10, 1, 45],
])('threshold %d, %d replicas: last wanted at %j', (threshold, replicas, expected) => {
  expect(lastHighSample(burst, threshold, replicas)).toBe(expected);
});
