import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { jobKind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { KubeClient } from '../../sandbox/client/kubeClient';
import { configMapKind } from '../../sandbox/cluster/testCluster';

interface Job extends KubernetesObject {
  spec: {
    template: {
      spec: {
        serviceAccountName: string;
        containers: {
          command: string[];
          env: { name: string; value: string }[];
          volumeMounts: { mountPath: string }[];
        }[];
        volumes: { configMap: { name: string } }[];
      };
    };
  };
  status?: unknown;
}

/** How a Job ended: what it wrote, and whether it succeeded. */
export interface Run {
  job: string;
  succeeded: boolean;
  log: string;
}

interface ConfigMap extends KubernetesObject {
  data: Record<string, string>;
}

/** Runs a Job's program on this machine, as its service account, with its ConfigMap as files. */
async function runProgram(client: KubeClient, job: Job): Promise<Run> {
  const { namespace = '', name } = job.metadata;
  const { containers, volumes, serviceAccountName } = job.spec.template.spec;
  const [container] = containers;
  const [volume] = volumes;
  if (container === undefined || volume === undefined) throw new Error(`The Job ${name} runs nothing.`);
  const files = await client.get<ConfigMap>(configMapKind, namespace, volume.configMap.name);
  const folder = mkdtempSync(path.join(tmpdir(), 'job-'));
  for (const [file, text] of Object.entries(files?.data ?? {})) writeFileSync(path.join(folder, file), text);
  writeFileSync(path.join(folder, 'token'), `system:serviceaccount:${namespace}:${serviceAccountName}`);
  const mount = container.volumeMounts[0]?.mountPath ?? '';
  const [, ...args] = container.command.map((part) => part.replace(mount, folder));
  const given = Object.fromEntries(
    container.env
      .filter((entry) => entry.name !== 'NODE_EXTRA_CA_CERTS')
      .map((entry) => [entry.name, entry.value]),
  );
  const env = { ...given, KUBERNETES_API: client.url, SERVICE_ACCOUNT: folder };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    return { job: name, succeeded: true, log: stdout };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { job: name, succeeded: false, log: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs each Job that comes up, one after the other, as a Job controller and a node would. */
export function startJobRunner(
  client: KubeClient,
  options: {
    before: (job: string) => Promise<void>;
    onRun: (run: Run) => void;
    onError: (error: unknown) => void;
  },
): { stop(): Promise<void> } {
  const kind = jobKind;
  const seen = new Set<string>();
  let stopped = false;
  async function runAll(): Promise<void> {
    while (!stopped) {
      const { items } = await client.list<Job>(kind);
      for (const job of items.filter(({ metadata }) => !seen.has(metadata.uid ?? ''))) {
        seen.add(job.metadata.uid ?? '');
        await options.before(job.metadata.name);
        const run = await runProgram(client, job);
        options.onRun(run);
        const { namespace = '', name } = job.metadata;
        const condition = { type: run.succeeded ? 'Complete' : 'Failed', status: 'True', reason: 'Test' };
        await client.mergePatch(kind, { namespace, name }, { status: { conditions: [condition] } }, 'status');
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const running = runAll().catch(options.onError);
  return {
    async stop() {
      stopped = true;
      await running;
    },
  };
}
