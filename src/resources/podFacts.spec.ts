import { gpusOfPod, restartsOf } from './podFacts';
import { aPendingPod } from './testObjects';
import { aPod } from './testPods';

it.each([
  [{ 'nvidia.com/gpu': '2', cpu: '4' }, 2],
  [{ 'nvidia.com/mig-1g.10gb': '3' }, 3],
  [{ cpu: '4' }, 0],
])('counts the GPUs of %j as %i, over all containers', (limits, gpus) => {
  const pod = aPod();
  pod.spec.containers = [{ name: 'kserve-container', resources: { limits } }, { name: 'kube-rbac-proxy' }];
  expect(gpusOfPod(pod)).toBe(gpus);
});

it('adds the restarts of all containers; a pod without a status has none', () => {
  const status = (name: string, restartCount: number) => ({ name, ready: true, restartCount });
  expect(restartsOf(aPod({ containerStatuses: [status('a', 2), status('b', 1)] }))).toBe(3);
  expect(restartsOf(aPendingPod())).toBe(0);
});
