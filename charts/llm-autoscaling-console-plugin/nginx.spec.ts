import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { TLSSocket } from 'node:tls';
import { startForeignServer } from '../../sandbox/foreignServer';

const runs = (program: string, flag: string): boolean => spawnSync(program, [flag]).status === 0;
const installed = runs('nginx', '-v') && runs('openssl', 'version');

function makeCertificate(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  const files = ['-keyout', path.join(folder, 'tls.key'), '-out', path.join(folder, 'tls.crt')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', `/CN=${name}`, ...files],
    { stdio: 'ignore' },
  );
}

interface Answer {
  status: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
  /** Whose certificate the server showed. */
  certificate: string | undefined;
}

function certificateOf(socket: unknown): string | undefined {
  const name = socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : undefined;
  return Array.isArray(name) ? name[0] : name;
}

const get = (port: number, from: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const options = { port, path: from, host: '127.0.0.1', rejectUnauthorized: false, agent: false } as const;
    const sent = request(options, (answer) => {
      const certificate = certificateOf(answer.socket);
      answer.resume();
      resolve({ status: answer.statusCode, headers: answer.headers, certificate });
    });
    sent.on('error', reject);
    sent.end();
  });

(installed ? describe : describe.skip)("the image's nginx", () => {
  let folder: string;
  let port: number;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'nginx-'));
    makeCertificate(path.join(folder, 'cert'), 'first');
    makeCertificate(path.join(folder, 'renewed'), 'second');
    mkdirSync(path.join(folder, 'dist'));
    writeFileSync(path.join(folder, 'dist/plugin-manifest.json'), '{}');
    writeFileSync(path.join(folder, 'dist/page-chunk-0123456789abcdef.min.js'), '0;');
    // The configuration as it is, but for the places in the image.
    const config = readFileSync(path.join(__dirname, 'files/nginx.conf'), 'utf8')
      .replaceAll(' /tmp/', ` ${folder}/`)
      .replaceAll('/var/serving-cert', path.join(folder, 'cert'))
      .replaceAll('/opt/app-root/src', path.join(folder, 'dist'))
      .replace(/listen \[::\].*\n/, '');
    const nginx = await startForeignServer({
      program: 'nginx',
      args: (free) => {
        writeFileSync(path.join(folder, 'nginx.conf'), config.replaceAll('9443', String(free)));
        const files = ['-c', path.join(folder, 'nginx.conf'), '-p', folder, '-e', 'stderr'];
        // Alone, it keeps the rights of whoever runs the test, who owns the certificate.
        return [...files, '-g', 'daemon off; master_process off;'];
      },
      isReady: async (free) => (await get(free, '/healthz')).status === 200,
    });
    port = nginx.port;
    stop = nginx.close;
  });
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['/plugin-manifest.json', 'no-cache'],
    ['/page-chunk-0123456789abcdef.min.js', 'public, max-age=31536000, immutable'],
  ])('serves %s with Cache-Control: %s', async (file, cacheControl) => {
    const { status, headers } = await get(port, file);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe(cacheControl);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('has nothing else to show', async () => {
    expect((await get(port, '/../cert/tls.key')).status).toBe(400);
    expect((await get(port, '/missing.js')).status).toBe(404);
  });

  it('shows a renewed certificate without a reload', async () => {
    expect((await get(port, '/healthz')).certificate).toBe('first');
    for (const file of ['tls.crt', 'tls.key'])
      copyFileSync(path.join(folder, 'renewed', file), path.join(folder, 'cert', file));
    expect((await get(port, '/healthz')).certificate).toBe('second');
  });
});
