import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import * as path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A Prometheus that runs. */
export interface PrometheusProcess {
  url: string;
  close(): Promise<void>;
}

const attempts = 100;
const attemptMs = 200;

/** Whether these programs are on the PATH (Debian: apt-get install prometheus). */
export function areInstalled(...programs: readonly string[]): boolean {
  return programs.every((program) => spawnSync(program, ['--version']).status === 0);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts the real Prometheus on loopback with its data in `folder`; it scrapes nothing. Rejects when it is not ready in 20 s. */
export async function runPrometheus(
  folder: string,
  flags: readonly string[] = [],
): Promise<PrometheusProcess> {
  const config = path.join(folder, 'prometheus.yml');
  writeFileSync(config, '{}\n');
  const url = `http://127.0.0.1:${String(await freePort())}`;
  const server = spawn(
    'prometheus',
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${path.join(folder, 'data')}`,
      `--web.listen-address=${url.slice('http://'.length)}`,
      // Simulated time may be far from the real one.
      '--storage.tsdb.retention.time=100y',
      ...flags,
    ],
    { stdio: 'ignore' },
  );
  const end = new Promise<void>((resolve) => {
    server.once('exit', resolve);
    server.once('error', () => {
      resolve();
    });
  });
  const hasEnded = (): boolean => server.pid === undefined || server.exitCode !== null;
  const close = async (): Promise<void> => {
    if (!hasEnded()) server.kill();
    await end;
  };
  for (let attempt = 0; attempt < attempts && !hasEnded(); attempt += 1) {
    const ready = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (ready?.ok === true) return { url, close };
    await delay(attemptMs);
  }
  await close();
  throw new Error('Prometheus did not get ready. Is it installed? (Debian: apt-get install prometheus)');
}
