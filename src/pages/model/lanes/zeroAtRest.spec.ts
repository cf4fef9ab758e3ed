import { zeroAtRest } from './zeroAtRest';

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
