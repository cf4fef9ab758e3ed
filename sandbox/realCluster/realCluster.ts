import { rootCertificates } from 'node:tls';
import type { Backend, Control, Tls } from '../control';
import type { RealOptions } from '../options';
import type { Access } from './kubeconfig';
import { readKubeconfig } from './kubeconfig';

/** Thanos has a route of its own: its certificate may come from the cluster's authority or from a public one. */
function metricsTls({ tls: { ca, rejectUnauthorized } }: Access): Tls {
  return {
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca].flat() }),
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
  };
}

/** Points the local console at a real cluster. Throws an Error when the kubeconfig does not say how. */
export function connectRealCluster(options: RealOptions): { backend: Backend; control: Control } {
  const { kubeconfig, thanos, alertmanager, write } = options;
  const access = readKubeconfig(kubeconfig, options);
  const backend: Backend = {
    api: access.api,
    ...(access.token === undefined ? {} : { token: access.token }),
    tls: access.tls,
    metricsTls: metricsTls(access),
    readOnly: !write,
    ...(thanos === undefined ? {} : { clusterMetrics: thanos, tenancyMetrics: thanos }),
    ...(alertmanager === undefined ? {} : { alertmanager }),
  };
  const state: Control['state'] = () => ({
    scenario: '',
    scenarios: [],
    load: false,
    speed: 1,
    now: Date.now(),
    user: access.user,
    users: [],
    generation: 1,
    real: { context: access.context, readOnly: !write },
  });
  return {
    backend,
    control: {
      state,
      change: () => Promise.reject(new Error('This is a real cluster: there is nothing to steer.')),
    },
  };
}
