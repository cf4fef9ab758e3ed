import type { WriteOptions } from './cluster';
import { badRequest } from './failure';
import type { WatchOptions } from './watch';

/** A request, with its body read. */
export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  user: string;
  userAgent: string;
  contentType: string;
  body: string;
}

/** An answer: JSON text, plain text, or a watch to follow. `warnings` become Warning headers. */
export type ApiAnswer =
  | { code: number; json: string; warnings?: readonly string[] }
  | { code: number; text: string }
  | { watch: WatchOptions };

/** An object as an answer; 200 unless another code is given. */
export function ok(object: unknown, code = 200, warnings: readonly string[] = []): ApiAnswer {
  return { code, json: JSON.stringify(object), warnings };
}

/** What the real server answers to a path that it does not serve. */
export const noSuchPath: ApiAnswer = { code: 404, text: '404 page not found\n' };

/** Whether a GET asks for a watch. */
export function isWatch({ query }: ApiRequest): boolean {
  const watch = query.get('watch');
  return watch === 'true' || watch === '1';
}

/** The body as JSON; throws the 400 Failure that the real server gives for `kind`. */
export function jsonBody({ body, method }: ApiRequest, kind: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    const start = body.slice(0, 100);
    if (method === 'PATCH') throw badRequest(`error decoding patch: invalid character in ${start}`);
    const [first = ''] = body.replace(/^[{[\s]+/, '');
    throw badRequest(
      `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; json parse error: invalid character '${first}' looking for beginning of object key string (${start})`,
    );
  }
}

const validations = ['Ignore', 'Warn', 'Strict'] as const;

/** Who writes and how, from the parameters of a request; throws Failure for values that are none. */
export function writeOptions(
  { user, userAgent, query }: ApiRequest,
  warn: (text: string) => void,
): WriteOptions {
  const dryRun = query.get('dryRun');
  if (dryRun !== null && dryRun !== '' && dryRun !== 'All')
    throw badRequest(`invalid dryRun: Unsupported value: ${JSON.stringify(dryRun)}: supported values: "All"`);
  const asked = query.get('fieldValidation') ?? 'Warn';
  const fieldValidation = validations.find((one) => one === asked);
  if (fieldValidation === undefined)
    throw badRequest(
      `invalid fieldValidation: Unsupported value: ${JSON.stringify(asked)}: supported values: "Ignore", "Strict", "Warn"`,
    );
  const manager = query.get('fieldManager') ?? userAgent.split('/')[0] ?? '';
  return { user, manager, dryRun: dryRun === 'All', fieldValidation, warn };
}
