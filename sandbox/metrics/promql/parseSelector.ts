import type { SyntaxNode } from '@lezer/common';
import type { Matcher, MatchOperator } from '../matchers';
import { matcherOf } from '../matchers';
import type { Expression, Selector } from './ast';
import type { Source } from './tree';
import { children } from './tree';

/** Reads a VectorSelector node. */
export function selectorOf(source: Source, node: SyntaxNode): Selector {
  const identifier = node.getChild('Identifier');
  const named = identifier === null ? undefined : source.text(identifier);
  const matchers: Matcher[] = named === undefined ? [] : [matcherOf('__name__', '=', named)];
  const list = node.getChild('LabelMatchers');
  for (const child of list === null ? [] : children(list)) {
    const matcher = matcherAt(source, child);
    const isName = matcher.name === '__name__' && matcher.operator === '=';
    if (isName && named !== undefined) {
      throw source.error(node, `metric name must not be set twice: "${named}" or "${matcher.value}"`);
    }
    matchers.push(matcher);
  }
  if (matchers.every((matcher) => matcher.matches(''))) {
    throw source.error(node, 'vector selector must contain at least one non-empty matcher');
  }
  return { type: 'selector', position: node.from, matchers, offsetMs: 0 };
}

function matcherAt(source: Source, node: SyntaxNode): Matcher {
  const [label, operator, value] = children(node);
  if (label === undefined) throw source.error(node, 'unexpected label matcher');
  // {"name"} is the new way to write a metric name.
  if (node.name === 'QuotedLabelName') return matcherOf('__name__', '=', source.string(label));
  if (operator === undefined || value === undefined) throw source.error(node, 'unexpected label matcher');
  const name =
    label.name === 'QuotedLabelName' ? source.string(label.firstChild ?? label) : source.text(label);
  const text = source.string(value);
  try {
    return matcherOf(name, source.text(operator) as MatchOperator, text);
  } catch (error) {
    throw source.error(node, error instanceof Error ? error.message : String(error));
  }
}

/** Puts what follows an operand ("[5m]", "[5m:1m]", "offset 5m") on it. */
export function withPostfix(source: Source, node: SyntaxNode, operand: Expression): Expression {
  switch (node.name) {
    case 'MatrixSelector':
      return withRange(source, node, operand);
    case 'OffsetExpr':
      return withOffset(source, node, operand);
    case 'SubqueryExpr': {
      const [range, step] = node.getChildren('DurationExpr');
      const stepMs = step === undefined ? {} : { stepMs: positive(source, step) };
      const rangeMs = positive(source, range ?? node);
      const { position } = operand;
      return { type: 'subquery', position, expression: operand, rangeMs, ...stepMs, offsetMs: 0 };
    }
    case 'StepInvariantExpr':
      throw source.error(node, 'the @ modifier is not supported');
    default:
      throw source.error(node, `the modifier in "${source.text(node)}" is not supported`);
  }
}

function withRange(source: Source, node: SyntaxNode, operand: Expression): Expression {
  if (operand.type !== 'selector' || operand.rangeMs !== undefined) {
    throw source.error(node, 'ranges only allowed for vector selectors');
  }
  if (operand.offsetMs !== 0) throw source.error(node, 'no offset modifiers allowed before range');
  return { ...operand, rangeMs: positive(source, node.getChild('DurationExpr') ?? node) };
}

function withOffset(source: Source, node: SyntaxNode, operand: Expression): Expression {
  if (operand.type !== 'selector' && operand.type !== 'subquery') {
    const before = 'an instant vector selector or range vector selector or a subquery';
    throw source.error(node, `offset modifier must be preceded by ${before}`);
  }
  if (operand.offsetMs !== 0) throw source.error(node, 'offset may not be set multiple times');
  return { ...operand, offsetMs: source.duration(node.getChild('OffsetDurationExpr') ?? node) };
}

function positive(source: Source, node: SyntaxNode): number {
  const duration = source.duration(node);
  if (duration <= 0) throw source.error(node, 'duration must be greater than 0');
  return duration;
}
