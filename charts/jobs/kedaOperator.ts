import type { Cluster, ClusterObject } from './cluster';
import type { Subscription, InstallState } from './installProgress';
import { installProgress } from './installProgress';
import type { Pace } from './retry';
import { waitUntilDone } from './retry';

/** Where OLM installs the operator. */
export interface Installation {
  namespace: string;
  subscription: string;
  /** Names of the CustomResourceDefinitions that must be there. */
  crds: readonly string[];
  seconds: number;
}

interface List {
  items: ClusterObject[];
}

const olm = (version: string, namespace: string): string =>
  `/apis/operators.coreos.com/${version}/namespaces/${namespace}`;

const crdPath = (name: string): string => `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`;

async function stateOf(
  cluster: Cluster,
  { namespace, subscription, crds }: Installation,
): Promise<InstallState> {
  const found = await cluster.get<Subscription>(
    `${olm('v1alpha1', namespace)}/subscriptions/${subscription}`,
  );
  const plan = found?.status?.installPlanRef?.name;
  const version = found?.status?.installedCSV;
  const read = <T>(kind: string, name: string | undefined): Promise<T | undefined> =>
    name === undefined
      ? Promise.resolve(undefined)
      : cluster.get<T>(`${olm('v1alpha1', namespace)}/${kind}/${name}`);
  const missingCrds: string[] = [];
  for (const crd of crds) if ((await cluster.get(crdPath(crd))) === undefined) missingCrds.push(crd);
  return {
    namespace,
    subscription: found,
    installPlan: await read('installplans', plan),
    csv: await read('clusterserviceversions', version),
    missingCrds,
  };
}

/** Waits until OLM has installed the operator and its CRDs are served. */
export async function waitForOperator(
  cluster: Cluster,
  pace: Pace,
  installation: Installation,
): Promise<string> {
  const { namespace, seconds } = installation;
  const advice = `See "oc get subscription,installplan,csv -n ${namespace}".`;
  await waitUntilDone(pace, { seconds, advice }, async () =>
    installProgress(await stateOf(cluster, installation)),
  );
  return 'The KEDA operator is installed.';
}

const scaledKinds = ['scaledobjects', 'scaledjobs'];

async function scaledNames(cluster: Cluster): Promise<string[]> {
  const names: string[] = [];
  for (const kind of scaledKinds) {
    const list = await cluster.get<List>(`/apis/keda.sh/v1alpha1/${kind}?limit=500`);
    names.push(...(list?.items ?? []).map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`));
  }
  return names;
}

/**
 * Takes the operator away in the order in which nothing hangs: first its KedaController, whose finalizer only the running
 * operator removes, then the Subscription and the operator's version. Throws an Error while ScaledObjects are there:
 * their finalizers would keep them, and their projects, for ever.
 */
export async function removeOperator(
  cluster: Cluster,
  pace: Pace,
  { namespace, subscription, seconds }: Installation,
): Promise<string> {
  const scaled = await scaledNames(cluster);
  if (scaled.length > 0)
    throw new Error(
      `Nothing was removed: KEDA scales ${String(scaled.length)} objects, such as ${scaled.slice(0, 3).join(', ')}. ` +
        'Turn their autoscaling off first: without KEDA their ScaledObjects can never be deleted.',
    );
  const controller = `/apis/keda.sh/v1alpha1/namespaces/${namespace}/kedacontrollers/keda`;
  const subscriptionPath = `${olm('v1alpha1', namespace)}/subscriptions/${subscription}`;
  const version = (await cluster.get<Subscription>(subscriptionPath))?.status?.installedCSV;
  await cluster.remove(controller);
  const advice = `See "oc describe kedacontroller keda -n ${namespace}".`;
  await waitUntilDone(pace, { seconds, advice }, async () =>
    (await cluster.get(controller)) === undefined
      ? { done: true }
      : { done: false, missing: 'The operator has not finished removing KEDA.' },
  );
  await cluster.remove(subscriptionPath);
  if (version !== undefined)
    await cluster.remove(`${olm('v1alpha1', namespace)}/clusterserviceversions/${version}`);
  return 'The KEDA operator is removed. Its CustomResourceDefinitions stay, as always with OLM.';
}
