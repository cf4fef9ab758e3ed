import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ForeignServer } from './foreignServer';
import { startForeignServer } from './foreignServer';

const program =
  'require("node:http").createServer((_, answer) => answer.end("ours")).listen(+process.argv[1], "127.0.0.1")';
const ask = async (port: number): Promise<string> =>
  (await fetch(`http://127.0.0.1:${String(port)}/`)).text();

describe('a server that cannot choose a port', () => {
  let other: Server;
  let taken: number;
  beforeAll(async () => {
    other = createServer((_, answer) => answer.end('theirs'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    taken = (other.address() as AddressInfo).port;
  });
  afterAll(() => {
    other.closeAllConnections();
    other.close();
  });

  /** A server in Node; `portOf` says where the given try listens instead. */
  const nodeServer = (portOf: (port: number, count: number) => number, script = program): ForeignServer => {
    let count = 0;
    return {
      program: process.execPath,
      args: (port) => ['-e', script, String(portOf(port, (count += 1)))],
      isReady: async (port) => (await ask(port)) === 'ours',
    };
  };

  it('takes another port when the first one is in use', async () => {
    const seen: number[] = [];
    const { port, close } = await startForeignServer(
      nodeServer((free, count) => {
        seen.push(free);
        return count === 1 ? taken : free;
      }),
    );
    expect(seen).toHaveLength(2);
    expect(port).toBe(seen[1]);
    expect(await ask(port)).toBe('ours');
    await close();
    await expect(ask(port)).rejects.toThrow();
  });

  it('gives up when every port is in use, and says so', async () => {
    await expect(startForeignServer(nodeServer(() => taken))).rejects.toThrow(/each of 5 ports in use/);
  });

  it('tells why it ended', async () => {
    const broken = nodeServer((free) => free, 'throw new Error("no such file")');
    await expect(startForeignServer(broken)).rejects.toThrow(/no such file/);
  });
});
