import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { sendText } from './answer';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

/** The names of these files carry a hash of their content (nginx.conf has the same rule). */
const hashed = /[.-][0-9a-f]{12,}(?:\.min)?\.js$/;

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** The file that a path names in a folder; undefined when it would lead out of it, or cannot be decoded. */
export function fileIn(folder: string, name: string): string | undefined {
  try {
    const file = path.resolve(folder, `./${decodeURIComponent(name)}`);
    return file.startsWith(folder + path.sep) && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}

const acceptsGzip = (request: IncomingMessage): boolean =>
  /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');

/**
 * Serves a file as the plugin's nginx does: its .gz neighbour when the browser takes it, hashed names for good,
 * anything else to be asked for again. 404 for what is not there, 405 for all but GET and HEAD.
 */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string | undefined,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    sendText(response, 405, 'Method Not Allowed\n');
    return;
  }
  if (file === undefined || !(await isFile(file))) {
    sendText(response, 404, 'not found\n');
    return;
  }
  const hasGzip = await isFile(`${file}.gz`);
  const zipped = hasGzip && acceptsGzip(request);
  const content = await readFile(zipped ? `${file}.gz` : file);
  const headers: OutgoingHttpHeaders = {
    'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
    'Content-Length': content.length,
    'Cache-Control': hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(hasGzip ? { Vary: 'Accept-Encoding' } : {}),
    ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
  };
  response.writeHead(200, headers);
  response.end(request.method === 'HEAD' ? undefined : content);
}
