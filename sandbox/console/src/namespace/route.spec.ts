import { allNamespaces, hrefInNamespace, listPath, namespaceOf, pathInNamespace } from './route';

describe('namespaceOf', () => {
  it.each([
    ['/llm-autoscaling', undefined],
    ['/llm-autoscaling/ns/foo', 'foo'],
    ['/llm-autoscaling/ns/foo/inferenceservices/llama', 'foo'],
    ['/llm-autoscaling/all-namespaces', allNamespaces],
    ['/k8s/ns/foo/pods', 'foo'],
    ['/k8s/all-namespaces/pods', allNamespaces],
    ['/k8s/cluster/projects/foo', 'foo'],
    ['/k8s/cluster/nodes/foo', undefined],
    ['/observe/autoscaling/ns/foo', undefined],
    ['/llm-autoscaling/ns/Foo_', undefined],
    ['/', undefined],
  ])('%s has the project %s', (path, namespace) => {
    expect(namespaceOf(path)).toBe(namespace);
  });
});

describe('pathInNamespace', () => {
  it.each([
    ['/llm-autoscaling/ns/foo', 'bar', '/llm-autoscaling/ns/bar'],
    ['/llm-autoscaling/ns/foo', allNamespaces, '/llm-autoscaling/all-namespaces'],
    ['/llm-autoscaling/all-namespaces', 'bar', '/llm-autoscaling/ns/bar'],
    ['/llm-autoscaling/ns/foo/inferenceservices/llama', 'bar', '/llm-autoscaling/ns/bar/inferenceservices'],
    [
      '/llm-autoscaling/ns/foo/inferenceservices/llama',
      'foo',
      '/llm-autoscaling/ns/foo/inferenceservices/llama',
    ],
    ['/k8s/ns/foo/pods/llama-0/yaml', 'bar', '/k8s/ns/bar/pods'],
    ['/k8s/cluster/nodes', 'bar', '/k8s/cluster/nodes'],
    ['/llm-autoscaling', 'bar', '/llm-autoscaling'],
    ['/observe/autoscaling/ns/foo', 'bar', '/observe/autoscaling/ns/foo'],
  ])('%s for %s is %s', (path, namespace, expected) => {
    expect(pathInNamespace(path, namespace)).toBe(expected);
  });
});

it.each([
  ['foo', '/llm-autoscaling/ns/foo', '/k8s/ns/foo/pods'],
  [allNamespaces, '/llm-autoscaling/all-namespaces', '/k8s/all-namespaces/pods'],
])('links lead to the project %s', (namespace, href, list) => {
  expect(hrefInNamespace('/llm-autoscaling', namespace)).toBe(href);
  expect(listPath('pods', namespace)).toBe(list);
});
