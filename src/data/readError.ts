import type { MissingInput } from '../status/modelStatus';

/** Why a list of the cluster could not be read. */
export interface ReadError {
  code: 'forbidden' | 'absent' | 'failed';
  /** Plural of the kind, such as "scaledobjects". */
  plural: string;
  /** The server's words. */
  message: string;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** HTTP status of an error of the console's fetch (HttpError.code); undefined for other errors. */
export function statusOfError(error: unknown): number | undefined {
  const code = property(error, 'code') ?? property(property(error, 'response'), 'status');
  return typeof code === 'number' ? code : undefined;
}

/** The server's words; for an answer of the Kubernetes API its Status message. */
export function wordsOfError(error: unknown): string {
  const words = property(property(error, 'json'), 'message') ?? property(error, 'message');
  return typeof words === 'string' && words !== '' ? words : String(error);
}

/** Reads the loadError of a watch. `known` tells whether the cluster serves the kind. */
export function readErrorOf(plural: string, error: unknown, known: boolean): ReadError {
  const message = wordsOfError(error);
  const status = statusOfError(error);
  if (!known || status === 404) return { code: 'absent', plural, message };
  return { code: status === 403 ? 'forbidden' : 'failed', plural, message };
}

/** The lists that could not be read, as the states of the models want them. */
export function missingInputs(errors: readonly ReadError[]): MissingInput[] {
  return errors.map(({ plural, code }) => ({ plural, why: code }));
}
