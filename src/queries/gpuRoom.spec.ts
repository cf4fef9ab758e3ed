import { gpuQuotaQuery, gpusOnNodesQuery, gpusTakenQuery } from './gpuRoom';

const resources = ['nvidia.com/gpu', 'nvidia.com/mig-1g.5gb'];
const onNodes = 'resource=~"nvidia_com_gpu|nvidia_com_mig_1g_5gb"';

it('names resources as kube-state-metrics does', () => {
  expect(gpusOnNodesQuery(resources)).toBe(`sum(kube_node_status_allocatable{${onNodes}})`);
  expect(gpusTakenQuery(resources)).toContain(`{${onNodes},node!=""}`);
});

it('names resources in quotas as the quota does', () => {
  expect(gpuQuotaQuery('team-a', ['nvidia.com/gpu'])).toBe(
    String.raw`kube_resourcequota{namespace="team-a",resource=~"requests\\.nvidia\\.com/gpu"}`,
  );
});
