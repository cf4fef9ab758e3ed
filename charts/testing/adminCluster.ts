import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { Kind } from '../../src/resources/kinds';
import type { KubeClient } from '../../sandbox/client/kubeClient';
import { createKubeClient } from '../../sandbox/client/kubeClient';
import { createClock } from '../../sandbox/clock';
import { startApiServer } from '../../sandbox/cluster/apiServer';
import { kedaCrds, monitoringCrds } from '../../sandbox/cluster/crds';
import type { BindingObject, RoleObject } from '../../sandbox/cluster/grantedRules';
import { grantedRules } from '../../sandbox/cluster/grantedRules';
import type { Rule } from '../../sandbox/cluster/rbac';
import { sandboxRules } from '../../sandbox/cluster/rbac';
import {} from '../../sandbox/cluster/testCluster';
import { namespaceKind } from '../../sandbox/controllers/kinds';
import { adminCrds } from './adminCrds';
import { startProxy } from './editorProxy';
import { chartPath, clientSide, helm } from './helm';
import type { Run } from './jobRunner';
import { startJobRunner } from './jobRunner';

/** A cluster in which the administrator has Helm, and Jobs run with the rights that their chart gives them. */
export interface AdminCluster {
  client: KubeClient;
  /** The Jobs that have run, oldest first. */
  readonly runs: readonly Run[];
  /** Runs helm as the administrator in a namespace; rejects with helm's words. */
  deploy(
    command: 'install' | 'upgrade',
    chart: string,
    namespace: string,
    ...args: string[]
  ): Promise<string>;
  /** The release is called as its chart is. */
  uninstall(chart: string, namespace: string, ...args: string[]): Promise<string>;
  /** What happens in the cluster just before a Job runs. */
  beforeJob(happens: (job: string) => Promise<void>): void;
  stop(): Promise<void>;
}

/** A kind of RBAC. */
export const rbacKind = (kind: string, plural: string): Kind => ({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  kind,
  plural,
});

/** Starts the sandbox's API server with the namespaces, without controllers. */
export async function startAdminCluster(namespaces: readonly string[]): Promise<AdminCluster> {
  const clock = createClock();
  const granted = new Map<string, readonly Rule[]>();
  const others = sandboxRules([]);
  const api = await startApiServer({
    clock,
    crds: [...kedaCrds, ...monitoringCrds, ...adminCrds],
    // On a cluster, the charts' Roles take effect.
    writableRoles: true,
    rules: (user) => granted.get(user) ?? others(user),
  });
  const client = createKubeClient(api.url, 'admin');
  for (const name of namespaces)
    await client.create(namespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

  async function readGrants(): Promise<void> {
    const list = async <T extends RoleObject | BindingObject>(kind: Kind): Promise<T[]> =>
      (await client.list<T>(kind)).items;
    const roles = [
      ...(await list<RoleObject>(rbacKind('Role', 'roles'))),
      ...(await list<RoleObject>(rbacKind('ClusterRole', 'clusterroles'))),
    ];
    const bindings = [
      ...(await list<BindingObject>(rbacKind('RoleBinding', 'rolebindings'))),
      ...(await list<BindingObject>(rbacKind('ClusterRoleBinding', 'clusterrolebindings'))),
    ];
    for (const { kind, name, namespace } of bindings.flatMap(({ subjects = [] }) => subjects)) {
      const user = `system:serviceaccount:${namespace ?? ''}:${name}`;
      if (kind === 'ServiceAccount') granted.set(user, grantedRules(user, roles, bindings));
    }
  }

  const runs: Run[] = [];
  let happens: (job: string) => Promise<void> = () => Promise.resolve();
  let failure: unknown;
  const runner = startJobRunner(client, {
    async before(job) {
      await readGrants();
      await happens(job);
    },
    onRun: (run) => runs.push(run),
    onError: (error) => {
      failure = error;
    },
  });
  const proxy = await startProxy(api.url, 'admin');
  const home = mkdtempSync(path.join(tmpdir(), 'helm-'));
  const env = {
    HELM_CACHE_HOME: home,
    HELM_CONFIG_HOME: home,
    HELM_DATA_HOME: home,
    KUBECACHEDIR: home,
    HOME: home,
  };
  const connection = (namespace: string): string[] => [
    '--kube-apiserver',
    proxy.url,
    '--namespace',
    namespace,
  ];
  return {
    client,
    runs,
    deploy: (command, chart, namespace, ...args) =>
      helm(
        [
          command,
          chart,
          chartPath(chart),
          '--disable-openapi-validation',
          ...clientSide,
          ...connection(namespace),
          ...args,
        ],
        env,
      ),
    uninstall: (chart, namespace, ...args) =>
      helm(['uninstall', chart, '--timeout', '30s', ...connection(namespace), ...args], env),
    beforeJob(next) {
      happens = next;
    },
    async stop() {
      await runner.stop();
      clock.stop();
      await proxy.close();
      await api.close();
      rmSync(home, { recursive: true });
      if (failure !== undefined) throw failure as Error;
    },
  };
}
