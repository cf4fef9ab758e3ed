import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import * as path from 'node:path';

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

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No free port.'));
        else resolve(address.port);
      });
    });
  });
}

/** Starts a sandbox on the build in dist; throws with its last words when it does not become ready. */
export async function startSandbox({ scenario, speed }: SandboxOptions): Promise<Sandbox> {
  const port = await freePort();
  const flags = ['--port', String(port), '--scenario', scenario, '--speed', String(speed), '--no-build'];
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'sandbox/start.ts'), ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let output = '';
  const url = `http://127.0.0.1:${String(port)}`;
  const ready = new Promise<void>((resolve) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(`:${String(port)}`)) resolve();
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
  await Promise.race([ready, failure, timeout]);
  return {
    url,
    async stop() {
      child.kill('SIGINT');
      return exit;
    },
  };
}
