import { k8sListItems, useAccessReview } from '@openshift-console/dynamic-plugin-sdk';
import { renderHook, waitFor } from '@testing-library/react';
import { useNodeGpus } from './useNodeGpus';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  k8sListItems: jest.fn(),
  useAccessReview: jest.fn(),
}));
const list = jest.mocked(k8sListItems);
const review = jest.mocked(useAccessReview);
beforeEach(() => {
  list.mockReset();
  review.mockReturnValue([true, false]);
});

it('reads the nodes once', async () => {
  const node = { kind: 'Node', status: { allocatable: { 'nvidia.com/gpu': '8' } } };
  list.mockResolvedValue([node]);
  const { result, rerender } = renderHook(() => useNodeGpus());
  await waitFor(() => {
    expect(result.current).toEqual({ allocatable: 8 });
  });
  rerender();
  expect(list).toHaveBeenCalledTimes(1);
});

it('asks nothing of somebody who may not list nodes', () => {
  review.mockReturnValue([false, false]);
  const { result } = renderHook(() => useNodeGpus());
  expect(result.current).toEqual({});
  expect(list).not.toHaveBeenCalled();
});

it('says why they could not be read', async () => {
  list.mockRejectedValue({ code: 500, message: 'etcd is away' });
  const { result } = renderHook(() => useNodeGpus());
  await waitFor(() => {
    expect(result.current.problem).toEqual({ code: 'failed', plural: 'nodes', message: 'etcd is away' });
  });
});
