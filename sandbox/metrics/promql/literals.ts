const unitMs: Record<string, number> = {
  y: 31_536_000_000,
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

/** Milliseconds of a PromQL duration such as 1h30m; undefined when the text is none. */
export function durationMs(text: string): number | undefined {
  if (!/^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+)(ms|[ywdhms])/g)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ''] ?? 0), 0);
}

/**
 * The value of a PromQL number, or of a number in the text exposition format. A duration counts as its seconds, as in
 * Prometheus 3. NaN when it is neither.
 */
export function numberValue(text: string): number {
  const infinite = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinite !== null) return infinite[1] === '-' ? -Infinity : Infinity;
  const body = text.replaceAll('_', '');
  const duration = durationMs(body);
  return duration === undefined ? Number(body === '' ? NaN : body) : duration / 1000;
}

const simpleEscapes: Record<string, string> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};
const escape = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;

/** The text in a PromQL string with its quotes; throws an Error when the quotes or an escape are wrong. */
export function stringValue(quoted: string): string {
  const quote = quoted[0];
  if (quoted.length < 2 || quoted.at(-1) !== quote) throw new Error('unterminated quoted string');
  const body = quoted.slice(1, -1);
  if (quote === '`') return body;
  if (body.includes('\n')) throw new Error('unterminated quoted string');
  return body.replace(
    escape,
    (whole, byte?: string, short?: string, long?: string, octal?: string, simple?: string) => {
      const hex = byte ?? short ?? long;
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      if (octal !== undefined) return String.fromCodePoint(parseInt(octal, 8));
      const character = simpleEscapes[simple ?? ''];
      if (character === undefined) throw new Error(`unknown escape sequence ${whole}`);
      return character;
    },
  );
}
