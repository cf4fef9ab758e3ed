import type { PromqlError } from './promqlError';
import { parseError } from './promqlError';
import { signatureOf } from './functionSignatures';

const closers: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
const names: Record<string, string> = { '(': 'parenthesis', '[': 'bracket', '{': 'brace' };
const wordsBeforeParentheses =
  /^(?:sum|avg|min|max|count|group|stddev|stdvar|quantile|topk|bottomk|count_values|limitk|limit_ratio|by|without|on|ignoring|group_left|group_right|and|or|unless|bool|offset|atan2)$/i;
const token =
  /\s+|#[^\n]*|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|`[^`]*`?|[a-zA-Z_:][a-zA-Z0-9_:]*|[\d.][\w.]*|=~|!~|[=!<>]=|./gs;

/** Why the grammar refused a query at `position`, in Prometheus' words as far as the common mistakes go. */
export function explainSyntaxError(query: string, position: number): PromqlError {
  const tokens = [...query.matchAll(token)].map((match) => ({ text: match[0], at: match.index }));
  const words = tokens.filter(({ text }) => !/^(?:\s|#)/.test(text));
  if (words.length === 0) return parseError(query, 0, 'no expression found in input');
  const unknown = words.find(
    ({ text, at }, index) =>
      at <= position &&
      words[index + 1]?.text === '(' &&
      /^[a-z_]\w*$/i.test(text) &&
      !wordsBeforeParentheses.test(text) &&
      signatureOf(text) === undefined,
  );
  if (unknown !== undefined) {
    return parseError(query, unknown.at, `unknown function with name "${unknown.text}"`);
  }
  return unbalanced(query, words) ?? unexpected(query, words, position);
}

function unbalanced(query: string, words: { text: string; at: number }[]): PromqlError | undefined {
  const open: string[] = [];
  for (const { text, at } of words) {
    const [quote] = text;
    if (/^["'`]/.test(text) && (text.length < 2 || text.at(-1) !== quote)) {
      return parseError(query, at, 'unterminated quoted string');
    }
    if (closers[text] !== undefined) open.push(text);
    const opener = Object.keys(closers).find((key) => closers[key] === text);
    if (opener === undefined) continue;
    if (open.pop() !== opener) {
      return parseError(query, at, `unexpected right ${names[opener] ?? ''} '${text}'`);
    }
  }
  const last = open.at(-1);
  if (last === undefined) return undefined;
  const what =
    last === '(' ? 'unclosed left parenthesis' : `unexpected end of input inside ${insides[last] ?? ''}`;
  return parseError(query, query.length, what);
}

const insides: Record<string, string> = { '{': 'braces', '[': 'brackets' };

function unexpected(query: string, words: { text: string; at: number }[], position: number): PromqlError {
  const word = words.find(({ text, at }) => at + text.length > position);
  if (word === undefined) return parseError(query, query.length, 'unexpected end of input');
  return parseError(query, word.at, `unexpected ${JSON.stringify(word.text)}`);
}
