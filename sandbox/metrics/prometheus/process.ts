import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { startForeignServer } from '../../foreignServer';

/** A Prometheus that runs. */
export interface PrometheusProcess {
  url: string;
  close(): Promise<void>;
}

/** Whether these programs are on the PATH (Debian: apt-get install prometheus). */
export function areInstalled(...programs: readonly string[]): boolean {
  return programs.every((program) => spawnSync(program, ['--version']).status === 0);
}

/** Starts the real Prometheus on loopback with its data in `folder`; it scrapes nothing. Rejects when it is not ready in 20 s. */
export async function runPrometheus(
  folder: string,
  flags: readonly string[] = [],
): Promise<PrometheusProcess> {
  const config = path.join(folder, 'prometheus.yml');
  writeFileSync(config, '{}\n');
  const { port, close } = await startForeignServer({
    program: 'prometheus',
    args: (free) => [
      `--config.file=${config}`,
      `--storage.tsdb.path=${path.join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${String(free)}`,
      // Simulated time may be far from the real one.
      '--storage.tsdb.retention.time=100y',
      ...flags,
    ],
    isReady: async (free) => (await fetch(`http://127.0.0.1:${String(free)}/-/ready`)).ok,
  });
  return { url: `http://127.0.0.1:${String(port)}`, close };
}
