import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

/** A server that is not ours, and cannot choose a free port by itself. */
export interface ForeignServer {
  program: string;
  /** Its arguments for a port of 127.0.0.1; called once for each try. */
  args: (port: number) => string[];
  /** Whether it answers; a rejection means not yet. */
  isReady: (port: number) => Promise<boolean>;
}

const tries = 5;
const patienceMs = 20_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Tries one port, with the server's words in a file; undefined when somebody else took the port meanwhile. */
async function tryPort({ program, args, isReady }: ForeignServer, port: number, file: string) {
  // No pipe: nginx opens /dev/stderr, which a socket, as Node's pipes are, refuses.
  const log = openSync(file, 'w');
  const child = spawn(program, args(port), { stdio: ['ignore', log, log] });
  closeSync(log);
  const words = (): string => readFileSync(file, 'utf8');
  const end = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    // A program that is not there never exits.
    child.once('error', () => {
      resolve();
    });
  });
  const hasEnded = (): boolean => child.pid === undefined || child.exitCode !== null;
  const close = (): Promise<void> => {
    child.kill();
    return end;
  };
  for (const start = Date.now(); Date.now() - start < patienceMs;) {
    const ready = await isReady(port).catch(() => false);
    // Whoever answers may be the one who has the port: ours has ended then.
    if (hasEnded() && /address already in use/i.test(words())) return undefined;
    if (hasEnded()) throw new Error(`${program} ended:\n${words()}`);
    if (ready) return { port, close };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await close();
  throw new Error(`${program} did not get ready:\n${words()}`);
}

/**
 * Starts a server on a free port. Between finding a port and taking it somebody else may take it, so then another one
 * is tried. Rejects with the server's own words when it ends or is not ready in 20 s.
 */
export async function startForeignServer(
  server: ForeignServer,
): Promise<{ port: number; close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'foreign-server-'));
  try {
    for (let count = 0; count < tries; count += 1) {
      const started = await tryPort(server, await freePort(), path.join(folder, 'words'));
      if (started !== undefined) return started;
    }
  } finally {
    // A server that runs keeps its open file.
    rmSync(folder, { recursive: true });
  }
  throw new Error(`${server.program} found each of ${String(tries)} ports in use.`);
}
