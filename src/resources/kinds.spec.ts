import { apiVersionOf, podKind, scaledObjectKind } from './kinds';

it('writes group and version as objects carry them', () => {
  expect(apiVersionOf(scaledObjectKind)).toBe('keda.sh/v1alpha1');
  expect(apiVersionOf(podKind)).toBe('v1');
});
