/** Labels to match: name to value; undefined leaves the label out. */
export type Matchers = Readonly<Record<string, string | undefined>>;

/** A value as a PromQL string in double quotes (Prometheus promql/parser: escapes as in Go). */
export function quoted(value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

/** Label matchers with "=" in braces; "" when nothing is to be matched. */
export function selector(matchers: Matchers, ...more: readonly string[]): string {
  const equal = Object.entries(matchers).flatMap(([label, value]) =>
    value === undefined ? [] : [`${label}=${quoted(value)}`],
  );
  const all = [...equal, ...more];
  return all.length === 0 ? '' : `{${all.join(',')}}`;
}

/** Text as part of a regular expression that matches only itself (RE2). */
export function escapedRegex(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
