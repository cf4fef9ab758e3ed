import { execFile, spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../src/resources/object';

/** The helm of this machine: HELM names another one. */
export const binary = process.env.HELM ?? 'helm';

const version = spawnSync(binary, ['version', '--short'], { encoding: 'utf8' });

/** Whether there is a helm that runs; without one the specs of charts are skipped. */
export const helmRuns = version.status === 0;

/** What keeps Helm's writes to create and patch: the sandbox has no server-side apply, which Helm 4 would use. */
export const clientSide: readonly string[] =
  helmRuns && version.stdout.startsWith('v4') ? ['--server-side=false'] : [];

/** The Kubernetes of OpenShift 4.22: what Helm takes without a cluster depends on how it was built. */
export const kubernetes: readonly string[] = ['--kube-version', '1.35.0'];

const chartsFolder = path.join(__dirname, '..');

/** The folder of a chart. */
export function chartPath(chart: string): string {
  return path.join(chartsFolder, chart);
}

/** A rendered object, with all its fields. */
export type Rendered = KubernetesObject & Record<string, unknown>;

/** Values as "--set" takes them: path=value. */
export type SetValues = readonly string[];

const flagsOf = (values: readonly string[], sets: SetValues): string[] => [
  ...values.flatMap((file) => ['--values', file]),
  ...sets.flatMap((set) => ['--set', set]),
];

/** Runs helm to its end; rejects with what it wrote to stderr when it fails. */
export async function helm(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(binary, args, { env: { ...process.env, ...env } });
  return stdout;
}

/**
 * Renders a chart, for the namespace team-a unless another one is named. `values` are files in the chart's folder.
 * Throws an Error with helm's words when the values are refused.
 */
export function render(
  chart: string,
  options: { release?: string; namespace?: string; values?: readonly string[]; set?: SetValues },
): Rendered[] {
  const { release = 'llama', namespace = 'team-a', values = [], set = [] } = options;
  const files = values.map((file) => path.join(chartPath(chart), file));
  const flags = [...kubernetes, '--namespace', namespace, ...flagsOf(files, set)];
  const args = ['template', release, chartPath(chart), ...flags];
  const { status, stdout, stderr } = spawnSync(binary, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return parseAllDocuments(stdout)
    .map((document) => document.toJS() as Rendered | null)
    .filter((object) => object !== null);
}
