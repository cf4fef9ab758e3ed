import { pointerStep } from './patchOperation';

it.each([
  ['serving.kserve.io/stop', 'serving.kserve.io~1stop'],
  ['a~b/c', 'a~0b~1c'],
  ['~1', '~01'],
])('writes %s as one step of a pointer', (key, step) => {
  expect(pointerStep(key)).toBe(step);
});
