import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import type { Aggregate, BinaryOperator, Expression, Matching, Selector } from './ast';
import { checkTypes } from './checkTypes';
import { explainSyntaxError } from './explainSyntaxError';
import { numberValue } from './literals';
import { selectorOf, withPostfix } from './parseSelector';
import type { Piece } from './precedence';
import { joinPieces } from './precedence';
import { parseError } from './promqlError';
import { children, Source } from './tree';

const strict = parser.configure({ strict: true });
const postfixes = new Set([
  'OffsetExpr',
  'MatrixSelector',
  'SubqueryExpr',
  'StepInvariantExpr',
  'AnchoredExpr',
  'SmoothedExpr',
]);

/**
 * Parses a query with the official grammar and checks its types. Throws a PromqlError (bad_data) worded as Prometheus
 * words it, also for a part of the language that this evaluator does not have; it is named.
 */
export function parsePromql(query: string): Expression {
  const expression = expressionOf(new Source(query), syntaxTree(query));
  checkTypes(query, expression);
  return expression;
}

/** Parses the selector in a match[] parameter. */
export function parseMatch(text: string): Selector {
  const expression = parsePromql(text);
  if (expression.type !== 'selector' || expression.rangeMs !== undefined || expression.offsetMs !== 0) {
    throw parseError(text, 0, 'expected a vector selector');
  }
  return expression;
}

function syntaxTree(query: string): SyntaxNode {
  try {
    const root = strict.parse(query).topNode.firstChild;
    // Comments before the expression are nodes of the tree too.
    for (let node = root; node !== null; node = node.nextSibling)
      if (node.name !== 'LineComment') return node;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw explainSyntaxError(query, Number(/at (\d+)$/.exec(error.message)?.[1] ?? 0));
  }
  throw parseError(query, 0, 'no expression found in input');
}

/** Where the selectors of a query stand in its text, from the first to the last. */
export function selectorSpans(query: string): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  strict.parse(query).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'VectorSelector') spans.push({ from, to });
    },
  });
  return spans;
}

function expressionOf(source: Source, node: SyntaxNode): Expression {
  return joinPieces(piecesOf(source, node));
}

function piecesOf(source: Source, node: SyntaxNode): Piece[] {
  if (node.name === 'NumberDurationLiteral') return numberPieces(source, node);
  const [first, ...rest] = parts(node);
  if (first === undefined) return [{ type: 'operand', expression: operandOf(source, node) }];
  if (postfixes.has(node.name)) {
    const pieces = piecesOf(source, first);
    const last = pieces.pop();
    if (last?.type !== 'operand') throw source.error(node, 'unexpected modifier');
    return [...pieces, { type: 'operand', expression: withPostfix(source, node, last.expression) }];
  }
  if (node.name === 'UnaryExpr') {
    const operator = source.text(first) === '-' ? '-' : '+';
    const operand = rest.at(-1) ?? first;
    return [{ type: 'sign', operator, position: first.from }, ...piecesOf(source, operand)];
  }
  if (node.name === 'BinaryExpr') {
    const right = rest.at(-1) ?? first;
    return [...piecesOf(source, first), infixOf(source, node), ...piecesOf(source, right)];
  }
  return [{ type: 'operand', expression: operandOf(source, node) }];
}

function parts(node: SyntaxNode): SyntaxNode[] {
  return children(node).filter((child) => child.name !== 'LineComment');
}

function infixOf(source: Source, node: SyntaxNode): Piece {
  const [, operator] = parts(node);
  if (operator === undefined) throw source.error(node, 'unexpected end of input');
  if (['TrimUpper', 'TrimLower'].includes(operator.name) || node.getChild('FillModifier') !== null) {
    throw source.error(node, `"${source.text(node)}" uses an operator or modifier that is not supported`);
  }
  const clause = node.getChild('MatchingModifierClause');
  return {
    type: 'infix',
    operator: source.text(operator).toLowerCase() as BinaryOperator,
    operatorAt: operator.from,
    bool: node.getChild('BoolModifier') !== null,
    ...(clause === null ? {} : { matching: matchingOf(source, clause) }),
  };
}

function matchingOf(source: Source, clause: SyntaxNode): Matching {
  const [labels, include] = clause.getChildren('GroupingLabels');
  const left = clause.getChild('GroupLeft') !== null;
  const right = clause.getChild('GroupRight') !== null;
  return {
    on: clause.getChild('On') !== null,
    labels: labelNames(source, labels),
    ...(left ? { group: 'left' } : right ? { group: 'right' } : {}),
    include: labelNames(source, include),
  };
}

function labelNames(source: Source, grouping: SyntaxNode | null | undefined): string[] {
  if (grouping === null || grouping === undefined) return [];
  return parts(grouping).map((label) =>
    label.name === 'QuotedLabelName' ? source.string(label.firstChild ?? label) : source.text(label),
  );
}

function operandOf(source: Source, node: SyntaxNode): Expression {
  const position = node.from;
  switch (node.name) {
    case 'StringLiteral':
      return { type: 'string', position, value: source.string(node) };
    case 'VectorSelector':
      return selectorOf(source, node);
    case 'ParenExpr': {
      const inner = parts(node)[0] ?? node;
      return { type: 'paren', position, expression: expressionOf(source, inner) };
    }
    case 'AggregateExpr':
      return aggregateOf(source, node);
    case 'FunctionCall': {
      const name = source.text(node.getChild('FunctionIdentifier') ?? node);
      return { type: 'call', position, name, args: argumentsOf(source, node) };
    }
    default:
      throw source.error(node, `"${source.text(node)}" is not supported`);
  }
}

/** The grammar reads "-1" as one number after an operator; the sign must still bind less than a power. */
function numberPieces(source: Source, node: SyntaxNode): Piece[] {
  const text = source.text(node);
  const [, sign = '', body = ''] = /^([+-]?)\s*(.*)$/s.exec(text) ?? [];
  const value = numberValue(body);
  if (Number.isNaN(value) && !/nan$/i.test(body)) {
    throw source.error(node, `error parsing number: "${text}"`);
  }
  const position = node.to - body.length;
  const number: Piece = { type: 'operand', expression: { type: 'number', position, value } };
  if (sign === '') return [number];
  return [{ type: 'sign', operator: sign === '-' ? '-' : '+', position: node.from }, number];
}

function argumentsOf(source: Source, node: SyntaxNode): Expression[] {
  const body = node.getChild('FunctionCallBody');
  return body === null ? [] : parts(body).map((child) => expressionOf(source, child));
}

const withParameter = new Set(['topk', 'bottomk', 'quantile', 'count_values']);

function aggregateOf(source: Source, node: SyntaxNode): Aggregate {
  const operator = source.text(node.getChild('AggregateOp') ?? node).toLowerCase();
  if (operator === 'limitk' || operator === 'limit_ratio') {
    throw source.error(node, `the aggregation "${operator}" is not supported`);
  }
  const modifier = node.getChild('AggregateModifier');
  return {
    type: 'aggregate',
    position: node.from,
    operator,
    without: modifier !== null && modifier.getChild('Without') !== null,
    labels: labelNames(source, modifier?.getChild('GroupingLabels')),
    ...aggregateArguments(source, node, withParameter.has(operator) ? 2 : 1),
  };
}

function aggregateArguments(
  source: Source,
  node: SyntaxNode,
  wanted: 1 | 2,
): Pick<Aggregate, 'parameter' | 'expression'> {
  const args = argumentsOf(source, node);
  const [first, second] = args;
  if (first === undefined) throw source.error(node, 'no arguments for aggregate expression provided');
  if (args.length !== wanted) {
    const counts = `expected ${String(wanted)}, got ${String(args.length)}`;
    throw source.error(node, `wrong number of arguments for aggregate expression provided, ${counts}`);
  }
  return second === undefined ? { expression: first } : { parameter: first, expression: second };
}
