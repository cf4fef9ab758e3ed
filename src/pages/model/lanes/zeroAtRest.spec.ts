import { minimumAtRest, zeroAtRest } from './zeroAtRest';

describe('zeroAtRest', () => {
  it.each([
    ['sleeping', [null, null], [0, 0], [0, 0]],
    ['not measured', [null, 3], [1, 1], [null, 3]],
    ['replicas not known', [null], [null], [null]],
    ['the last requests of a replica that goes', [2, null], [0, 0], [2, 0]],
  ])('%s', (_case, values, replicas, expected) => {
    expect(zeroAtRest(values, replicas)).toEqual(expected);
  });
});

describe('minimumAtRest', () => {
  it.each([
    ['a model that sleeps', [1, 1], [0, 0], [0, 0]],
    ['one that slept and woke', [1, 1, 1], [1, 0, 1], [1, 0, 0]],
    ['one that never slept in this time', [1, 1], [1, 1], [1, 0]],
    ['what was higher at that time', [2, null], [2, 0], [2, null]],
  ])('%s', (_case, values, replicas, expected) => {
    expect(minimumAtRest(values, replicas)).toEqual(expected);
  });
});
