import { keyOf } from './collection';
import type { Definition, StoredObject } from './definition';
import { apiVersionOf } from './definition';
import { Failure } from './failure';
import { isObject, withoutFields } from './fields';
import type { Matcher } from './selectors';

/** The text of an object is asked for by every list and watch: it is made once. */
const texts = new WeakMap<StoredObject, string>();
const itemTexts = new WeakMap<StoredObject, string>();

function remembered(
  memory: WeakMap<StoredObject, string>,
  object: StoredObject,
  make: () => unknown,
): string {
  const known = memory.get(object);
  if (known !== undefined) return known;
  const text = JSON.stringify(make());
  memory.set(object, text);
  return text;
}

/** An object as JSON. */
export function textOf(object: StoredObject): string {
  return remembered(texts, object, () => object);
}

/** Items of a list of a built-in kind carry no kind of their own. */
function itemText({ custom }: Definition, object: StoredObject): string {
  if (custom) return textOf(object);
  return remembered(itemTexts, object, () => withoutFields(object, 'apiVersion', 'kind'));
}

/** Where the next page of a list starts. */
interface Continue {
  /** The resourceVersion of the first page. */
  rv: string;
  /** The key of the last object of the page before. */
  after: string;
}

/** Reads the continue token of a request; undefined when there is none. Throws the 400 Failure of the real server. */
export function readContinue(query: URLSearchParams): Continue | undefined {
  const token = query.get('continue') ?? '';
  if (token === '') return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (isObject(value) && typeof value.rv === 'string' && typeof value.after === 'string')
      return { rv: value.rv, after: value.after };
  } catch {
    // Told below, as any other token that this server did not give.
  }
  throw new Failure(400, 'BadRequest', 'continue key is not valid: illegal base64 data');
}

function limitOf(query: URLSearchParams): number {
  const limit = Number(query.get('limit') ?? '0');
  return Number.isInteger(limit) && limit > 0 ? limit : Infinity;
}

/** A page of objects, taken from those behind its continue token, as the body of a list. */
export function listBody(
  definition: Definition,
  objects: readonly StoredObject[],
  query: URLSearchParams,
  selects: Matcher | undefined,
  resourceVersion: string,
): { text: string; page: readonly StoredObject[] } {
  const found = selects === undefined ? objects : objects.filter(selects);
  const page = found.slice(0, limitOf(query));
  const rest = found.length - page.length;
  const last = page.at(-1)?.metadata;
  const metadata: Record<string, unknown> = {
    ...(definition.custom ? { continue: '' } : {}),
    resourceVersion,
  };
  if (rest > 0 && last !== undefined) {
    const next: Continue = { rv: resourceVersion, after: keyOf(last.namespace, last.name) };
    metadata.continue = Buffer.from(JSON.stringify(next)).toString('base64url');
    // The real server counts only what it need not filter.
    if (selects === undefined) metadata.remainingItemCount = rest;
  }
  const items = page.map((object) => itemText(definition, object)).join(',');
  const head = `"kind":"${definition.kind}List","apiVersion":"${apiVersionOf(definition)}"`;
  return { text: `{${head},"metadata":${JSON.stringify(metadata)},"items":[${items}]}`, page };
}
