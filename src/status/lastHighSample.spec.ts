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
  [2, 13, 15],
  [2, 14, undefined],
  [10, 1, 45],
  // 24 of 26 is within the tolerance; 23 of 26 would not be.
  [1, 26, 15],
  [1, 27, undefined],
])('threshold %d, %d replicas: last wanted at %j', (threshold, replicas, expected) => {
  expect(lastHighSample(burst, threshold, replicas)).toBe(expected);
});
