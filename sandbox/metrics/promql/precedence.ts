import type { Binary, BinaryOperator, Expression } from './ast';

/** A piece of an expression without parentheses: a sign, an operand, or a binary operator with its modifiers. */
export type Piece =
  | { type: 'sign'; operator: '-' | '+'; position: number }
  | { type: 'operand'; expression: Expression }
  | ({ type: 'infix' } & Pick<Binary, 'operator' | 'operatorAt' | 'bool' | 'matching'>);

const levels: Record<BinaryOperator, number> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '>': 3,
  '<': 3,
  '>=': 3,
  '<=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  atan2: 5,
  '^': 6,
};

/**
 * Builds the tree of a row of pieces with the precedence of Prometheus' own parser (its generated grammar). The
 * editor grammar that finds the pieces lets "offset" and "[...]" take a whole sum, where Prometheus takes the last operand.
 */
export function joinPieces(pieces: readonly Piece[]): Expression {
  let next = 0;

  function operand(): Expression {
    const piece = pieces[next++];
    if (piece?.type === 'operand') return piece.expression;
    if (piece?.type !== 'sign') throw new Error('A PromQL operand is missing.');
    // A sign binds as * does, so it takes in a power only.
    const { operator, position } = piece;
    return { type: 'unary', operator, position, expression: from(levels['*'] + 1) };
  }

  function from(level: number): Expression {
    let left = operand();
    for (;;) {
      const piece = pieces[next];
      if (piece?.type !== 'infix' || levels[piece.operator] < level) return left;
      next += 1;
      const own = levels[piece.operator];
      const right = from(piece.operator === '^' ? own : own + 1);
      left = { ...piece, type: 'binary', position: left.position, left, right };
    }
  }

  return from(0);
}
