import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** A program that a chart's Job runs. */
export interface JobProgram {
  chart: string;
  /** Its source in this folder, without ".entry.ts"; also the name of its file in the chart. */
  name: string;
  /** A package that comes along. The program is minified then, and begins with the package's licence. */
  brings?: string;
}

/** The programs of all charts. */
export const jobs: readonly JobProgram[] = [
  { chart: 'llm-autoscaling-console-plugin', name: 'consolePlugins' },
  { chart: 'keda-operator', name: 'kedaOperator' },
  { chart: 'keda-controller', name: 'kedaController' },
  { chart: 'user-workload-monitoring', name: 'userWorkloadMonitoring', brings: 'yaml' },
];

/** Where the chart keeps the program. */
export function fileOf({ chart, name }: JobProgram): string {
  return path.join(__dirname, '..', chart, 'files', `${name}.mjs`);
}

function banner({ name, brings }: JobProgram): string {
  const made = `// Made by "npm run charts:jobs" from charts/jobs/${name}.entry.ts; do not edit.`;
  if (brings === undefined) return made;
  const licence = readFileSync(path.join(__dirname, '../../node_modules', brings, 'LICENSE'), 'utf8').trim();
  return `${made}\n/*! Contains the package ${brings}:\n${licence}\n*/`;
}

/**
 * One module without imports, for Node 20: a chart can ship only its own files, and the Job's image has nothing but Node.
 * Rejects when the source does not build.
 */
export async function bundled(job: JobProgram): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, `${job.name}.entry.ts`)],
    bundle: true,
    write: false,
    format: 'esm',
    // Packages come with their ECMAScript modules, which need no require().
    platform: 'neutral',
    external: ['node:*'],
    target: 'node20',
    minify: job.brings !== undefined,
    banner: { js: banner(job) },
  });
  return outputFiles.map(({ text }) => text).join('');
}
