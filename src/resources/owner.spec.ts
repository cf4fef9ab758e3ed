import { isOwnedBy, isOwnedByKind } from './owner';
import { anInferenceService, aScaledObject } from './testObjects';

const scaledObject = aScaledObject();

it.each([
  ['the owner', anInferenceService(), true],
  ['one of the same name, made anew', anInferenceService({}, { uid: 'another' }), false],
  ['one that has no uid, by name', withoutUid('llama'), true],
  ['another one without a uid', withoutUid('phi'), false],
])('%s', (_case, owner, expected) => {
  expect(isOwnedBy(scaledObject, owner)).toBe(expected);
});

it('knows the kind of an owner', () => {
  expect(isOwnedByKind(scaledObject, 'InferenceService')).toBe(true);
  expect(isOwnedByKind(scaledObject, 'ScaledObject')).toBe(false);
  expect(isOwnedByKind(anInferenceService(), 'ScaledObject')).toBe(false);
  expect(isOwnedBy(anInferenceService(), scaledObject)).toBe(false);
});

function withoutUid(name: string) {
  return { ...anInferenceService(), metadata: { name, namespace: 'team-a' } };
}
