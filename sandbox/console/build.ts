import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Configuration, MultiStats } from 'webpack';
import webpack from 'webpack';
import { configurations } from './webpack.config';

const root = path.join(__dirname, '..', '..');
const cache = path.join(root, 'node_modules/.cache/llm-autoscaling');

/** A hash over all that the build is made from: its sources and the locked versions of the packages. */
function inputHash(): string {
  const hash = createHash('sha256');
  const take = (file: string): void => {
    hash.update(path.relative(root, file)).update(readFileSync(file));
  };
  for (const file of ['package-lock.json', 'webpack.styles.cjs']) take(path.join(root, file));
  for (const entry of readdirSync(__dirname, { withFileTypes: true, recursive: true }).sort(byPath)) {
    const file = path.join(entry.parentPath, entry.name);
    const built = path.relative(__dirname, file).startsWith('dist');
    if (entry.isFile() && !built && !entry.name.includes('.spec.')) take(file);
  }
  return hash.digest('hex').slice(0, 16);
}

const byPath = (a: { parentPath: string; name: string }, b: { parentPath: string; name: string }): number =>
  path.join(a.parentPath, a.name) < path.join(b.parentPath, b.name) ? -1 : 1;

function run(configuration: Configuration[]): Promise<MultiStats> {
  return new Promise((resolve, reject) => {
    const compiler = webpack(configuration);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) reject(error);
        else if (stats === undefined) reject(new Error('webpack gave no result'));
        else resolve(stats);
      });
    });
  });
}

/** The scripts that a page must load, in this order: the first one sets up the simulated time. */
function scriptsOf(stats: MultiStats): string[] {
  return stats.stats.flatMap((one) =>
    [...one.compilation.entrypoints.values()].flatMap((entry) =>
      entry.getFiles().filter((file) => file.endsWith('.js')),
    ),
  );
}

async function build(output: string): Promise<void> {
  const stats = await run(configurations(output));
  if (stats.hasErrors() || stats.hasWarnings()) {
    throw new Error(
      `The local console does not build:\n${stats.toString({ all: false, errors: true, warnings: true })}`,
    );
  }
  writeFileSync(path.join(output, 'scripts.json'), JSON.stringify(scriptsOf(stats)));
}

/**
 * Builds the local console's host page unless a build of the same sources exists, and returns its folder.
 * Throws an Error with webpack's words when it does not build.
 */
export async function buildConsole(): Promise<string> {
  const output = path.join(cache, `console-${inputHash()}`);
  if (existsSync(output)) return output;
  // Two sandboxes that start at once each build into a folder of their own; the first one to finish counts.
  const fresh = `${output}.${String(process.pid)}`;
  try {
    await build(fresh);
    if (!existsSync(output)) renameSync(fresh, output);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return output;
}
