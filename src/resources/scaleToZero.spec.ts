import { forceActivationAnnotation, isKeptAwake, isWokenByRequests } from './scaleToZero';
import { aScaledObject, aServedModel } from './testObjects';

describe('isWokenByRequests', () => {
  it.each([
    ['the HTTP add-on', ['external-push'], true],
    ['the HTTP add-on and the queue', ['external-push', 'prometheus'], true],
    ['the queue alone', ['prometheus'], false],
  ])('%s', (_case, types, expected) => {
    const triggers = types.map((type) => ({ type, metadata: {} }));
    expect(isWokenByRequests(aServedModel({ scaledObject: aScaledObject({ triggers }) }))).toBe(expected);
  });
});

describe('isKeptAwake', () => {
  it.each([
    [{ [forceActivationAnnotation]: 'true' }, true],
    [{ [forceActivationAnnotation]: 'false' }, false],
    [{}, false],
  ])('%j', (annotations, expected) => {
    expect(isKeptAwake(aScaledObject({}, { annotations }))).toBe(expected);
  });
});
