import { gpusOnNodes } from './node';

const node = (allocatable?: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'node' },
  ...(allocatable && { status: { allocatable } }),
});

it.each([
  ['no node', [], 0],
  ['a node that says nothing', [node()], 0],
  ['nodes without GPUs', [node({ cpu: '16', memory: '64Gi' })], 0],
  ['several kinds', [node({ 'nvidia.com/gpu': '4', cpu: '16' }), node({ 'amd.com/gpu': '2' })], 6],
  ['slices', [node({ 'nvidia.com/mig-1g.5gb': '7' }), node({ 'nvidia.com/gpu': '0' })], 7],
])('counts the GPUs of %s', (_what, nodes, gpus) => {
  expect(gpusOnNodes(nodes)).toBe(gpus);
});
