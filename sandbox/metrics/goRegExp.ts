const unsupportedHere = [
  /\\[pPQEzACabf]/, // Unicode classes, literal text, text anchors, bell and form feed
  /\[\[:/, // POSIX classes
  /\(\?[a-zA-Z]*-?[a-zA-Z]*\)./s, // flags in the middle
];
const notInGo = [/\(\?(?:=|!|<=|<!)/, /\\[1-9]/];

/**
 * A fully anchored regular expression in Go's RE2 syntax, as PromQL has it. Throws an Error for a pattern that Go
 * refuses, and for the parts of RE2 that JavaScript lacks, rather than matching something else.
 */
export function goRegExp(pattern: string): RegExp {
  const flags = /^\(\?([is]+)\)/.exec(pattern);
  const body = flags === null ? pattern : pattern.slice(flags[0].length);
  if (unsupportedHere.some((part) => part.test(body))) {
    throw new Error(`the regular expression ${JSON.stringify(pattern)} is not supported`);
  }
  if (notInGo.some((part) => part.test(body))) {
    throw new Error(`error parsing regexp: invalid or unsupported Perl syntax: \`${pattern}\``);
  }
  try {
    return new RegExp(`^(?:${body.replaceAll('(?P<', '(?<')})$`, flags?.[1] ?? '');
  } catch {
    throw new Error(`error parsing regexp: \`${pattern}\``);
  }
}
