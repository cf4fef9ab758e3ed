/**
 * A Job's part of the document in which a server says that it checks unknown fields itself (fieldValidation), as the sandbox
 * does. Before a hook, Helm's client asks for nothing else in it (kubectl's query_param_verifier_v3.go).
 */
const jobs = {
  openapi: '3.0.0',
  info: { title: 'Kubernetes', version: 'v1.36.2' },
  paths: {
    '/apis/batch/v1/namespaces/{namespace}/jobs/{name}': {
      patch: {
        parameters: [{ name: 'fieldValidation', in: 'query' }],
        responses: {},
        'x-kubernetes-group-version-kind': { group: 'batch', version: 'v1', kind: 'Job' },
      },
    },
  },
};

const paths = new Map<string, object>([
  ['/openapi/v3', { paths: { 'apis/batch/v1': { serverRelativeURL: '/openapi/v3/apis/batch/v1' } } }],
  ['/openapi/v3/apis/batch/v1', jobs],
]);

/** What the server says about itself at a path; undefined for paths of resources. */
export function openApiAt(url: string): object | undefined {
  return paths.get(url.split('?')[0] ?? '');
}
