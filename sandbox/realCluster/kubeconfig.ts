import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import type { Tls } from '../control';

/** How to reach a cluster as somebody: what a context of a kubeconfig names. */
export interface Access {
  context: string;
  /** The name of the user entry; it shows who the console comes as. */
  user: string;
  api: string;
  /** The bearer token, when there is one. It goes to the cluster and nowhere else. */
  token?: string;
  tls: Tls;
}

type Fields = Record<string, unknown>;

interface Named {
  name?: string;
  context?: Fields;
  cluster?: Fields;
  user?: Fields;
}

interface Kubeconfig {
  'current-context'?: string;
  contexts?: Named[];
  clusters?: Named[];
  users?: Named[];
}

function entry(list: Named[] | undefined, what: 'context' | 'cluster' | 'user', name: string): Fields {
  const found = list?.find((one) => one.name === name)?.[what];
  if (found === undefined) throw new Error(`The kubeconfig has no ${what} "${name}".`);
  return found;
}

const textOf = (fields: Fields, name: string): string | undefined =>
  typeof fields[name] === 'string' && fields[name] !== '' ? fields[name] : undefined;

/** What a field holds: itself as base64 in "<name>-data", or in the file that it names. */
function pem(fields: Fields, name: string, folder: string): string | undefined {
  const data = textOf(fields, `${name}-data`);
  if (data !== undefined) return Buffer.from(data, 'base64').toString();
  const file = textOf(fields, name);
  return file === undefined ? undefined : readFileSync(path.resolve(folder, file), 'utf8');
}

function tokenOf(user: Fields, folder: string): string | undefined {
  const file = textOf(user, 'tokenFile');
  if (file !== undefined) return readFileSync(path.resolve(folder, file), 'utf8').trim();
  const token = textOf(user, 'token');
  if (token !== undefined) return token;
  for (const plugin of ['exec', 'auth-provider', 'username'])
    if (user[plugin] !== undefined)
      throw new Error(
        `The kubeconfig's user signs in by "${plugin}", which the local console does not do: use a token or a client certificate (oc login makes one).`,
      );
  return undefined;
}

function readConfig(file: string): Kubeconfig {
  try {
    return (parse(readFileSync(file, 'utf8')) ?? {}) as Kubeconfig;
  } catch (error) {
    // The parser quotes the line that it cannot read, which may hold a token: only its code is told.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Error(`The kubeconfig ${file} cannot be read (${code}).`, { cause: code });
  }
}

/** What TLS needs of the entries of a cluster and of a user. */
function tlsOf(cluster: Fields, user: Fields, folder: string, insecure: boolean): Tls {
  const parts = {
    ca: pem(cluster, 'certificate-authority', folder),
    cert: pem(user, 'client-certificate', folder),
    key: pem(user, 'client-key', folder),
    servername: textOf(cluster, 'tls-server-name'),
  };
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  const isInsecure = insecure || cluster['insecure-skip-tls-verify'] === true;
  return { ...given, ...(isInsecure ? { rejectUnauthorized: false } : {}) };
}

/**
 * Reads a kubeconfig; `context` left out means its current one. Throws an Error that says what is missing, and that
 * never holds a token or a key.
 */
export function readKubeconfig(
  file: string,
  { context: wanted, insecure = false }: { context?: string; insecure?: boolean } = {},
): Access {
  const config = readConfig(file);
  const context = wanted ?? config['current-context'] ?? '';
  if (context === '') throw new Error('The kubeconfig has no current context: name one with --context.');
  const folder = path.dirname(file);
  const named = entry(config.contexts, 'context', context);
  const cluster = entry(config.clusters, 'cluster', String(named.cluster));
  const user = entry(config.users, 'user', String(named.user));
  const api = textOf(cluster, 'server');
  if (api === undefined || !URL.canParse(api)) throw new Error(`The cluster of "${context}" has no server.`);
  const token = tokenOf(user, folder);
  return {
    context,
    user: String(named.user),
    api,
    ...(token === undefined ? {} : { token }),
    tls: tlsOf(cluster, user, folder, insecure),
  };
}
