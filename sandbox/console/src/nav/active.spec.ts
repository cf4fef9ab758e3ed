import { isActive } from './active';

describe('isActive', () => {
  it.each([
    ['/llm-autoscaling', '/llm-autoscaling', true],
    ['/llm-autoscaling/all-namespaces', '/llm-autoscaling', true],
    ['/llm-autoscaling/ns/foo/inferenceservices/llama', '/llm-autoscaling', true],
    ['/llm-autoscaling-other', '/llm-autoscaling', false],
    ['/k8s/ns/foo/pods/llama-0', '/k8s/cluster/pods', true],
    ['/k8s/all-namespaces/pods', '/k8s/cluster/pods', true],
    ['/k8s/ns/foo/deployments', '/k8s/cluster/pods', false],
    ['/k8s/cluster/nodes', '/k8s/cluster/nodes', true],
    ['/', '/dashboards', false],
  ])('at %s the link to %s is current: %s', (path, href, expected) => {
    expect(isActive(path, href)).toBe(expected);
  });

  it('also where the page starts with another path', () => {
    expect(isActive('/other/page', '/llm-autoscaling', ['/other'])).toBe(true);
  });
});
