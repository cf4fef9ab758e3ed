import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { isDropped, isFullOnly, stateNames } from './openshiftSeries';

const folder = path.join(__dirname, '../src');
const names = [
  ...new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'))
      .flatMap((file) => stateNames(readFileSync(path.join(folder, file), 'utf8'))),
  ),
];

describe('the names of kube-state-metrics in the product', () => {
  it('are found', () => {
    expect(names).toContain('kube_pod_status_phase');
    expect(names.length).toBeGreaterThan(5);
  });

  it('are all of series that OpenShift keeps', () => {
    expect(names.filter(isDropped)).toEqual([]);
  });

  it('are all in the minimal collection profile', () => {
    expect(names.filter(isFullOnly)).toEqual([]);
  });

  it('are told from those that it drops', () => {
    const some = ['kube_pod_created', 'kube_pod_status_scheduled', 'kube_pod_status_phase'];
    expect(some.filter(isDropped)).toEqual(['kube_pod_created', 'kube_pod_status_scheduled']);
  });
});
