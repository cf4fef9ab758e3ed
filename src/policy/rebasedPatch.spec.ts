import { anInferenceService } from '../resources/testObjects';
import { rebasedPatch, testsVersion } from './rebasedPatch';

const version = (value: string) => ({ op: 'test' as const, path: '/metadata/resourceVersion', value });
const write = { op: 'add' as const, path: '/spec/predictor/minReplicas', value: 2 };
const seen = anInferenceService({}, { resourceVersion: '7', annotations: { a: '1', b: '2' } });

describe('rebasedPatch', () => {
  it('takes the new version when only the status and who wrote it have changed', () => {
    const now = {
      ...anInferenceService(
        {},
        { resourceVersion: '9', annotations: { b: '2', a: '1' }, managedFields: [{ manager: 'manager' }] },
      ),
      status: { conditions: [] },
    };
    expect(rebasedPatch([version('7'), write], seen, now)).toEqual([version('9'), write]);
  });

  it.each([
    ['an annotation', anInferenceService({}, { resourceVersion: '9', annotations: { a: '1', b: '3' } })],
    ['one annotation more', anInferenceService({}, { resourceVersion: '9', annotations: { a: '1' } })],
    [
      'the spec',
      anInferenceService({ minReplicas: 9 }, { resourceVersion: '9', annotations: { a: '1', b: '2' } }),
    ],
  ])('stays as it is when somebody changed %s', (_what, now) => {
    expect(rebasedPatch([version('7'), write], seen, now)).toEqual([version('7'), write]);
  });
});

it('tells patches of one version from others', () => {
  expect(testsVersion([version('7'), write])).toBe(true);
  expect(testsVersion([write])).toBe(false);
});
