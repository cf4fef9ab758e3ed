import { allowedPath } from './consolePaths';

describe('allowedPath', () => {
  it.each([
    ['/api/v1/query', true, true],
    ['/api/v1/query_range', true, true],
    ['/api/v1/label/service/values', true, true],
    ['/api/v1/rules', true, true],
    ['/api/v1/labels', true, false],
    ['/api/v1/series', true, false],
    ['/api/v1/targets', true, false],
    ['/api/v1/metadata', true, false],
    ['/api/v1/query_exemplars', false, false],
    ['/api/v1/admin/tsdb/snapshot', false, false],
    ['/api/v1/', false, false],
    ['/', false, false],
    ['/federate', false, false],
  ])('%s: cluster %s, tenancy %s', (path, cluster, tenancy) => {
    expect([allowedPath(false, path), allowedPath(true, path)]).toEqual([cluster, tenancy]);
  });
});
