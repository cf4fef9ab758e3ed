import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { act, renderHook } from '@testing-library/react';
import type { PatchOperation } from '../policy/patchOperation';
import { anInferenceService } from '../resources/testObjects';
import { useDryRun } from './useDryRun';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ k8sGet: jest.fn(), k8sPatch: jest.fn() }));

const seen = anInferenceService();
const patch: PatchOperation[] = [
  { op: 'test', path: '/metadata/resourceVersion', value: '7' },
  { op: 'add', path: '/spec/predictor/minReplicas', value: 2 },
];

it('tries a patch as it would be written: for the version of now, where only the status has moved on', async () => {
  jest.useFakeTimers();
  jest.mocked(sdk.k8sGet).mockResolvedValue(anInferenceService({}, { resourceVersion: '8' }));
  jest.mocked(sdk.k8sPatch).mockResolvedValue(seen);
  const { result } = renderHook(() => useDryRun(seen, patch));
  expect(result.current).toEqual({ state: 'checking' });
  await act(() => jest.advanceTimersByTimeAsync(600));
  expect(result.current).toMatchObject({ state: 'accepted', result: seen });
  const [sent] = jest.mocked(sdk.k8sPatch).mock.calls.map(([options]) => options);
  expect(sent?.data[0]).toEqual({ op: 'test', path: '/metadata/resourceVersion', value: '8' });
  expect(sent?.queryParams).toEqual({
    fieldManager: 'llm-autoscaling',
    dryRun: 'All',
    fieldValidation: 'Strict',
  });
  jest.useRealTimers();
});
