import { parseQuantity } from '../../src/resources/quantity';
import type { NodeObject, QuotaObject } from './kubeObjects';
import type { MetricFamily, Sample } from './metricFamily';

/** How kube-state-metrics writes a resource name as a label value: nvidia.com/gpu becomes nvidia_com_gpu. */
const sanitised = (resource: string): string => resource.replaceAll(/[^a-zA-Z0-9_]/g, '_');

const units: Readonly<Record<string, string>> = {
  cpu: 'core',
  memory: 'byte',
  'ephemeral-storage': 'byte',
  storage: 'byte',
};

/** Samples of a list of quantities, labelled with resource and unit; devices and pods are integers. */
export function quantitySamples(
  name: string,
  labels: Readonly<Record<string, string>>,
  quantities: Readonly<Record<string, string>> | undefined,
): Sample[] {
  return Object.entries(quantities ?? {}).map(([resource, quantity]) => ({
    name,
    labels: { ...labels, resource: sanitised(resource), unit: units[resource] ?? 'integer' },
    value: parseQuantity(quantity) ?? 0,
  }));
}

function nodeFamily(
  field: 'capacity' | 'allocatable',
  help: string,
  nodes: readonly NodeObject[],
): MetricFamily {
  const name = `kube_node_status_${field}`;
  const samples = nodes.flatMap(({ metadata, status }) =>
    quantitySamples(name, { node: metadata.name }, status?.[field]),
  );
  return { name, type: 'gauge', help, samples };
}

function quotaSamples({ metadata, status }: QuotaObject): Sample[] {
  const labels = { namespace: metadata.namespace ?? '', resourcequota: metadata.name };
  // Here resources keep their own names ("requests.nvidia.com/gpu"), unlike those of pods and nodes.
  return (['hard', 'used'] as const).flatMap((type) =>
    Object.entries(status?.[type] ?? {}).map(([resource, quantity]) => ({
      name: 'kube_resourcequota',
      labels: { ...labels, resource, type },
      value: parseQuantity(quantity) ?? 0,
    })),
  );
}

/** What nodes have to give, and what quotas allow. */
export function resourceSeries(nodes: readonly NodeObject[], quotas: readonly QuotaObject[]): MetricFamily[] {
  return [
    nodeFamily('capacity', 'Total amount of resources of a node.', nodes),
    nodeFamily('allocatable', 'Resources of a node that pods can have.', nodes),
    {
      name: 'kube_resourcequota',
      type: 'gauge',
      help: 'Information about resource quota.',
      samples: quotas.flatMap(quotaSamples),
    },
  ];
}
