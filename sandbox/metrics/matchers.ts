import type { Labels } from './seriesStore';
import { goRegExp } from './goRegExp';

export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** One label matcher of a selector; a label that a series lacks counts as the empty string. */
export interface Matcher {
  readonly name: string;
  readonly operator: MatchOperator;
  readonly value: string;
  /** Whether a label value satisfies it. */
  matches(value: string): boolean;
}

/** Makes a matcher; throws an Error when the regular expression is not valid (or not supported). */
export function matcherOf(name: string, operator: MatchOperator, value: string): Matcher {
  return { name, operator, value, matches: testOf(operator, value) };
}

function testOf(operator: MatchOperator, value: string): (text: string) => boolean {
  if (operator === '=') return (text) => text === value;
  if (operator === '!=') return (text) => text !== value;
  const expression = goRegExp(value);
  return operator === '=~' ? (text) => expression.test(text) : (text) => !expression.test(text);
}

/** Whether the labels satisfy all of the matchers. */
export function matchesAll(matchers: readonly Matcher[], labels: Labels): boolean {
  return matchers.every((matcher) => matcher.matches(labels[matcher.name] ?? ''));
}

/** As Prometheus writes it: namespace=~"demo". */
export function matcherText({ name, operator, value }: Matcher): string {
  return `${name}${operator}${JSON.stringify(value)}`;
}
