import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as path from 'node:path';

const root = path.join(__dirname, '..');

/** Where the plugin's production build is, or $PLUGIN_DIST. */
export const pluginDist = process.env.PLUGIN_DIST ?? path.join(root, 'dist');

/** Builds the plugin as for production; throws an Error that holds webpack's words when it fails. */
export async function buildPlugin(): Promise<void> {
  const webpack = path.join(root, 'node_modules/webpack-cli/bin/cli.js');
  const child = spawn(process.execPath, [webpack, '--mode=production'], { cwd: root });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The plugin does not build:\n${output}`);
}

/** Throws an Error that says what to do when there is no build. */
export function requirePluginBuild(): void {
  if (existsSync(path.join(pluginDist, 'plugin-manifest.json'))) return;
  throw new Error('There is no build of the plugin in dist: run npm run build, or leave out --no-build.');
}
