import { createHash } from 'node:crypto';
import type { Pod } from '../../src/resources/pod';
import { parseQuantity } from '../../src/resources/quantity';
import type { Target } from '../metrics/scrape';
import type { EngineRoom } from './engineRoom';
import type { NodeObject } from './kubeObjects';
import type { MetricFamily, Sample } from './metricFamily';
import { isServing, servingContainer } from './servingPod';

const gpuResource = 'nvidia.com/gpu';
/** Framebuffer in MiB, as nvidia-smi tells it. */
const memoryOf: Readonly<Record<string, number>> = {
  'NVIDIA-L40S': 46_068,
  'NVIDIA-L40': 46_068,
  'NVIDIA-A100-SXM4-80GB': 81_920,
  'NVIDIA-H100-80GB-HBM3': 81_559,
};
const usualMemory = 46_068;
/** vLLM takes this part of the memory when it is loaded, whatever it then does (--gpu-memory-utilization). */
const vllmShare = 0.9;
/** What a process that has loaded nothing yet takes (assumed). */
const contextMiB = 450;

const hashOf = (text: string): string => createHash('md5').update(text).digest('hex');
const gpusOf = ({ status }: NodeObject): number => parseQuantity(status?.capacity?.[gpuResource] ?? '0') ?? 0;
const wantedBy = ({ spec }: Pod): number =>
  spec.containers.reduce(
    (sum, { resources }) => sum + (parseQuantity(resources?.limits?.[gpuResource] ?? '0') ?? 0),
    0,
  );
const holdsDevices = ({ status, spec }: Pod): boolean =>
  spec.nodeName !== undefined && status?.phase !== 'Succeeded' && status?.phase !== 'Failed';

/** The labels that OpenShift's monitoring gives to the exporter of a node; its ServiceMonitor does not honor labels. */
export function dcgmLabels(node: string): Target['labels'] {
  return {
    namespace: 'nvidia-gpu-operator',
    service: 'nvidia-dcgm-exporter',
    job: 'nvidia-dcgm-exporter',
    pod: `nvidia-dcgm-exporter-${hashOf(node).slice(0, 5)}`,
    container: 'nvidia-dcgm-exporter',
    endpoint: 'gpu-metrics',
    instance: `${node}:9400`,
    prometheus: 'openshift-monitoring/k8s',
  };
}

/** Nodes with GPUs. */
export const gpuNodes = (nodes: readonly NodeObject[]): NodeObject[] =>
  nodes.filter((node) => gpusOf(node) > 0);

/** What of a pod's engine counts for its GPUs: seconds that it computed. */
type Busy = Pick<EngineRoom, 'busySeconds'>;

/** The GPUs of all nodes, who holds them, and how busy they are: what DCGM's exporters tell. */
export class GpuDevices {
  /** The pod that holds a device, by node and the device's number. */
  readonly #holders = new Map<string, Pod>();
  /** When a pod's engine was last looked at, and how long it had computed. */
  readonly #seen = new Map<string, { at: number; busy: number }>();

  constructor(private readonly room: Busy) {}

  /** The metrics of a node's GPUs at `now`, in simulated milliseconds; use is that since the last call. */
  families(node: NodeObject, pods: readonly Pod[], now: number): MetricFamily[] {
    const devices = this.#assign(node, pods);
    const uses = new Map<string, number>();
    for (const pod of new Set(devices))
      if (pod !== undefined) uses.set(pod.metadata.name, this.#use(pod, now));
    const family = (name: string, help: string, value: (pod: Pod | undefined) => number): MetricFamily => ({
      name,
      type: 'gauge',
      help,
      samples: devices.map((pod, index): Sample => ({
        name,
        labels: deviceLabels(node, index, pod),
        value: value(pod),
      })),
    });
    const total = memoryOf[node.metadata.labels?.['nvidia.com/gpu.product'] ?? ''] ?? usualMemory;
    const used = (pod: Pod | undefined): number => {
      if (pod === undefined) return 0;
      return isServing(pod) ? Math.round(total * vllmShare) : contextMiB;
    };
    return [
      family(
        'DCGM_FI_DEV_GPU_UTIL',
        'GPU utilization (in %).',
        (pod) => uses.get(pod?.metadata.name ?? '') ?? 0,
      ),
      family('DCGM_FI_DEV_FB_USED', 'Framebuffer memory used (in MiB).', used),
      family('DCGM_FI_DEV_FB_FREE', 'Framebuffer memory free (in MiB).', (pod) => total - used(pod)),
    ];
  }

  /** The pod on each device of a node; one keeps its devices while it is there. */
  #assign({ metadata, status }: NodeObject, pods: readonly Pod[]): (Pod | undefined)[] {
    const here = pods.filter((pod) => pod.spec.nodeName === metadata.name && holdsDevices(pod));
    const byUid = new Map(here.map((pod) => [pod.metadata.uid, pod]));
    const keys = Array.from(
      { length: gpusOf({ status } as NodeObject) },
      (_, index) => `${metadata.name}/${String(index)}`,
    );
    for (const key of keys) {
      const holder = byUid.get(this.#holders.get(key)?.metadata.uid);
      if (holder === undefined) this.#holders.delete(key);
      else this.#holders.set(key, holder);
    }
    for (const pod of here) {
      const held = keys.filter((key) => this.#holders.get(key) === pod).length;
      const free = keys.filter((key) => !this.#holders.has(key));
      for (const key of free.slice(0, Math.max(0, wantedBy(pod) - held))) this.#holders.set(key, pod);
    }
    return keys.map((key) => this.#holders.get(key));
  }

  #use({ metadata: { namespace, name } }: Pod, now: number): number {
    const key = `${namespace ?? ''}/${name}`;
    const busy = this.room.busySeconds(namespace, name) ?? 0;
    const before = this.#seen.get(key);
    this.#seen.set(key, { at: now, busy });
    if (before === undefined || now <= before.at) return 0;
    const share = (busy - before.busy) / ((now - before.at) / 1000);
    return Math.round(100 * Math.min(1, Math.max(0, share)));
  }
}

function deviceLabels({ metadata }: NodeObject, index: number, pod: Pod | undefined): Sample['labels'] {
  const product = metadata.labels?.['nvidia.com/gpu.product'] ?? 'unknown';
  const hash = hashOf(`${metadata.name}/${String(index)}`);
  const uuid = [8, 12, 16, 20, 32].map((end, part) => hash.slice([0, 8, 12, 16, 20][part], end)).join('-');
  const held =
    pod === undefined
      ? {}
      : { namespace: pod.metadata.namespace ?? '', pod: pod.metadata.name, container: servingContainer };
  return {
    gpu: String(index),
    UUID: `GPU-${uuid}`,
    device: `nvidia${String(index)}`,
    modelName: product.replaceAll('-', ' '),
    Hostname: metadata.name,
    ...held,
  };
}
