import { isDeepStrictEqual } from 'node:util';
import { isMap, parseDocument } from 'yaml';

/** Says why a configuration is left alone. */
class UnreadableConfig extends Error {}

function readable(text: string): ReturnType<typeof parseDocument> {
  const document = parseDocument(text, { uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) throw new UnreadableConfig(error.message);
  if (document.contents !== null && !isMap(document.contents))
    throw new UnreadableConfig('It is not a mapping of settings.');
  return document;
}

/**
 * config.yaml of cluster-monitoring-config with user-workload monitoring on or off; undefined when it is so already.
 * Every other setting keeps its value, its place and its comment; only white space may change.
 * Throws an Error when the text cannot be read as YAML settings: nobody can merge into that.
 */
export function withUserWorkload(text: string, enabled: boolean): string | undefined {
  const document = readable(text);
  const before = (document.toJS() ?? {}) as Record<string, unknown>;
  // Off is also what the setting is when nobody has set it.
  if ((before.enableUserWorkload ?? false) === enabled) return undefined;
  document.set('enableUserWorkload', enabled);
  // A line width would fold long texts, such as certificates and PromQL.
  const after = document.toString({ lineWidth: 0 });
  if (!isDeepStrictEqual(readable(after).toJS(), { ...before, enableUserWorkload: enabled }))
    throw new UnreadableConfig('Merging into it would change another setting.');
  return after;
}
