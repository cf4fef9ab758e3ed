import type { Matcher } from '../matchers';

export type ValueType = 'scalar' | 'instant vector' | 'range vector' | 'string';

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^'
  | 'atan2'
  | '=='
  | '!='
  | '>'
  | '<'
  | '>='
  | '<='
  | 'and'
  | 'or'
  | 'unless';

/** How two vectors are matched. `include` are the labels in group_left(...) or group_right(...). */
export interface Matching {
  on: boolean;
  labels: readonly string[];
  group?: 'left' | 'right';
  include: readonly string[];
}

interface At {
  /** Offset of the expression in the query text. */
  position: number;
}

export interface NumberLiteral extends At {
  type: 'number';
  value: number;
}
export interface StringLiteral extends At {
  type: 'string';
  value: string;
}
/** An instant vector selector; with `rangeMs` a range vector selector. */
export interface Selector extends At {
  type: 'selector';
  matchers: readonly Matcher[];
  offsetMs: number;
  rangeMs?: number;
}
export interface Subquery extends At {
  type: 'subquery';
  expression: Expression;
  rangeMs: number;
  /** The default step when absent. */
  stepMs?: number;
  offsetMs: number;
}
export interface Unary extends At {
  type: 'unary';
  operator: '-' | '+';
  expression: Expression;
}
export interface Paren extends At {
  type: 'paren';
  expression: Expression;
}
export interface Binary extends At {
  type: 'binary';
  operator: BinaryOperator;
  /** Offset of the operator; some errors point at it. */
  operatorAt: number;
  bool: boolean;
  matching?: Matching;
  left: Expression;
  right: Expression;
}
export interface Aggregate extends At {
  type: 'aggregate';
  operator: string;
  without: boolean;
  labels: readonly string[];
  parameter?: Expression;
  expression: Expression;
}
export interface Call extends At {
  type: 'call';
  name: string;
  args: readonly Expression[];
}

/** A parsed PromQL expression. */
export type Expression =
  NumberLiteral | StringLiteral | Selector | Subquery | Unary | Paren | Binary | Aggregate | Call;

/** The same expression with each selector in it, at any depth, put through `change`. */
export function mapSelectors(expression: Expression, change: (selector: Selector) => Selector): Expression {
  const inner = (child: Expression): Expression => mapSelectors(child, change);
  switch (expression.type) {
    case 'number':
    case 'string':
      return expression;
    case 'selector':
      return change(expression);
    case 'call':
      return { ...expression, args: expression.args.map(inner) };
    case 'binary':
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case 'aggregate':
      return {
        ...expression,
        expression: inner(expression.expression),
        ...(expression.parameter === undefined ? {} : { parameter: inner(expression.parameter) }),
      };
    default:
      return { ...expression, expression: inner(expression.expression) };
  }
}
