import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

const folder = path.join(__dirname, '../src');

/**
 * What OpenShift's monitoring keeps out of Prometheus: the denylist of its kube-state-metrics, and what only the full
 * collection profile has (cluster-monitoring-operator). A query for one of them finds nothing on a usual cluster.
 */
const denied = [
  /^kube_.+_(?:created|annotations)$/,
  /^kube_pod_container_status_(?:running|terminated)$/,
  /^kube_pod_status_scheduled$/,
  /^kube_horizontalpodautoscaler_status_(?:condition|target_metric)$/,
];
const isDenied = (name: string): boolean => denied.some((pattern) => pattern.test(name));

const names = new Set(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'))
    .flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/\bkube_[a-z_]+[a-z]\b/g)])
    .map(([name]) => name),
);

describe('the names of kube-state-metrics in the product', () => {
  it('are found', () => {
    expect(names).toContain('kube_pod_status_phase');
    expect(names.size).toBeGreaterThan(5);
  });

  it('are all of series that OpenShift keeps', () => {
    expect([...names].filter(isDenied)).toEqual([]);
  });

  it('are told from those that it drops', () => {
    expect(
      ['kube_pod_created', 'kube_pod_status_scheduled', 'kube_pod_status_phase'].filter(isDenied),
    ).toEqual(['kube_pod_created', 'kube_pod_status_scheduled']);
  });
});
