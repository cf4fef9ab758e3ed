import type { Pod } from '../../src/resources/pod';
import { GpuDevices } from './dcgm';
import type { NodeObject } from './kubeObjects';

const node: NodeObject = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'gpu-0', labels: { 'nvidia.com/gpu.product': 'NVIDIA-L40S' } },
  status: { capacity: { 'nvidia.com/gpu': '3' } },
};

const aPod = (name: string, gpus: number, ready: boolean): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'chat', uid: name },
  spec: {
    nodeName: 'gpu-0',
    containers: [{ name: 'kserve-container', resources: { limits: { 'nvidia.com/gpu': String(gpus) } } }],
  },
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
});

/** The values of a metric, by the pod that holds the device. */
function values(devices: GpuDevices, pods: readonly Pod[], now: number, metric: string): [string, number][] {
  const samples = devices.families(node, pods, now).find(({ name }) => name === metric)?.samples ?? [];
  return samples.map(({ labels, value }) => [labels.pod ?? '', value]);
}

describe('GpuDevices', () => {
  it('tells how much memory a device has in use: most of it where vLLM serves', () => {
    const devices = new GpuDevices({ busySeconds: () => 0 });
    const pods = [aPod('a', 1, true), aPod('b', 1, false)];
    expect(values(devices, pods, 0, 'DCGM_FI_DEV_FB_USED')).toEqual([
      ['a', 41_461],
      ['b', 450],
      ['', 0],
    ]);
    expect(values(devices, pods, 0, 'DCGM_FI_DEV_FB_FREE')).toEqual([
      ['a', 4607],
      ['b', 45_618],
      ['', 46_068],
    ]);
  });

  it('tells the part of the time since it was last asked in which the engine computed', () => {
    let busy = 100;
    const devices = new GpuDevices({ busySeconds: () => busy });
    const use = (now: number): number | undefined =>
      values(devices, [aPod('a', 1, true)], now, 'DCGM_FI_DEV_GPU_UTIL')[0]?.[1];
    expect(use(0)).toBe(0);
    busy += 7.5;
    expect(use(30_000)).toBe(25);
    expect(use(60_000)).toBe(0);
    busy += 30;
    expect(use(90_000)).toBe(100);
  });

  it('leaves a pod its devices while others come and go', () => {
    const devices = new GpuDevices({ busySeconds: () => 0 });
    const holders = (...pods: Pod[]): string[] =>
      values(devices, pods, 0, 'DCGM_FI_DEV_GPU_UTIL').map(([holder]) => holder);
    expect(holders(aPod('a', 1, true), aPod('b', 2, true))).toEqual(['a', 'b', 'b']);
    expect(holders(aPod('b', 2, true))).toEqual(['', 'b', 'b']);
    expect(holders(aPod('c', 1, true), aPod('b', 2, true))).toEqual(['c', 'b', 'b']);
  });

  it('labels a device as the exporter does, and a free one without a pod', () => {
    const [family] = new GpuDevices({ busySeconds: () => 0 }).families(node, [aPod('a', 1, true)], 0);
    expect(family?.samples[0]?.labels).toEqual({
      gpu: '0',
      UUID: expect.stringMatching(/^GPU-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as unknown,
      device: 'nvidia0',
      modelName: 'NVIDIA L40S',
      Hostname: 'gpu-0',
      namespace: 'chat',
      pod: 'a',
      container: 'kserve-container',
    });
    expect(family?.samples[2]?.labels).not.toHaveProperty('pod');
  });
});
