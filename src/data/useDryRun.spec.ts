import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { act, renderHook } from '@testing-library/react';
import type { PatchOperation } from '../policy/patchOperation';
import { inferenceServiceKind } from '../resources/kinds';
import { anInferenceService } from '../resources/testObjects';
import { useDryRun } from './useDryRun';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ k8sPatch: jest.fn() }));

const seen = anInferenceService();
const patch: PatchOperation[] = [
  { op: 'test', path: '/metadata/resourceVersion', value: '7' },
  { op: 'add', path: '/spec/predictor/minReplicas', value: 2 },
];

it('tries a patch for the object as it is by then, whose status may have moved on', async () => {
  jest.useFakeTimers();
  jest.mocked(sdk.k8sPatch).mockResolvedValue(seen);
  const { result } = renderHook(() => useDryRun(inferenceServiceKind, seen, patch));
  expect(result.current).toEqual({ state: 'checking' });
  await act(() => jest.advanceTimersByTimeAsync(600));
  expect(result.current).toMatchObject({ state: 'accepted', result: seen });
  const [sent] = jest.mocked(sdk.k8sPatch).mock.calls.map(([options]) => options);
  expect(sent?.data).toEqual([{ op: 'add', path: '/spec/predictor/minReplicas', value: 2 }]);
  expect(sent?.queryParams).toEqual({
    fieldManager: 'llm-autoscaling',
    dryRun: 'All',
    fieldValidation: 'Strict',
  });
  jest.useRealTimers();
});

it('does not try a patch again when only the status was written, but does when the spec changed', async () => {
  jest.useFakeTimers();
  jest.mocked(sdk.k8sPatch).mockReset().mockResolvedValue(seen);
  const at = (version: string, maxReplicas = 3) => ({
    object: {
      ...anInferenceService({ maxReplicas }, { resourceVersion: version }),
      status: { conditions: [], seen: version },
    },
    patch: patch.map((one) => (one.op === 'test' ? { ...one, value: version } : one)),
  });
  const { result, rerender } = renderHook(
    ({ object, patch: typed }) => useDryRun(inferenceServiceKind, object, typed),
    {
      initialProps: at('7'),
    },
  );
  await act(() => jest.advanceTimersByTimeAsync(600));
  rerender(at('8'));
  expect(result.current).toMatchObject({ state: 'accepted' });
  await act(() => jest.advanceTimersByTimeAsync(600));
  expect(sdk.k8sPatch).toHaveBeenCalledTimes(1);
  rerender(at('9', 5));
  expect(result.current).toEqual({ state: 'checking' });
  await act(() => jest.advanceTimersByTimeAsync(600));
  expect(sdk.k8sPatch).toHaveBeenCalledTimes(2);
  jest.useRealTimers();
});
