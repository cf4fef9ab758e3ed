import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { announcedUrl } from '../../sandbox/announcement';

const root = path.join(__dirname, '..', '..');
const startTimeout = 180_000;

/** A sandbox in a process of its own. */
export interface Sandbox {
  /** Where its console is served. */
  url: string;
  /** Ends it as Ctrl-C does, and resolves to its exit code. */
  stop(): Promise<number | null>;
}

/** What a journey asks of its sandbox. */
export interface SandboxOptions {
  scenario: string;
  /** Simulated seconds per real second. */
  speed: number;
}

/** Starts a sandbox on the build in dist; throws with its last words when it does not become ready. */
export async function startSandbox({ scenario, speed }: SandboxOptions): Promise<Sandbox> {
  const flags = ['--port', '0', '--scenario', scenario, '--speed', String(speed), '--no-build'];
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'sandbox/start.ts'), ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let output = '';
  const ready = new Promise<string>((resolve) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = announcedUrl(output);
      if (url !== undefined) resolve(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(new Error(`The sandbox did not become ready:\n${output}`));
    }, startTimeout).unref();
  });
  const failure = exit.then((code) => {
    throw new Error(`The sandbox ended with ${String(code)}:\n${output}`);
  });
  // Also rejects after readiness, when the sandbox is stopped: that is no failure.
  failure.catch(() => undefined);
  const url = await Promise.race([ready, failure, timeout]);
  return {
    url,
    async stop() {
      child.kill('SIGINT');
      return exit;
    },
  };
}
