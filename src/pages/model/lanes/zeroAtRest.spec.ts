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
    ['a model that may sleep', [1, 1], true, [0, 0]],
    ['one that may not', [1, 2], false, [1, 2]],
    ['what was higher at that time', [2, null], true, [2, null]],
  ])('%s', (_case, values, sleeps, expected) => {
    expect(minimumAtRest(values, sleeps)).toEqual(expected);
  });
});
