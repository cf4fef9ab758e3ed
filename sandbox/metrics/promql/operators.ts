import type { BinaryOperator } from './ast';

type SetOperator = 'and' | 'or' | 'unless';
/** The operators that work on two numbers. */
export type NumberOperator = Exclude<BinaryOperator, SetOperator>;

const comparisons: Record<string, (a: number, b: number) => boolean> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
};

const arithmetics: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  // Go: 1 to any power is 1, also to NaN and Inf.
  '^': (a, b) => (a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b),
  atan2: (a, b) => Math.atan2(a, b),
};

/** Whether the operator keeps or drops values instead of computing them. */
export function isComparison(operator: BinaryOperator): boolean {
  return operator in comparisons;
}

/** Whether the operator combines sets of series instead of values. */
export function isSetOperator(operator: BinaryOperator): operator is SetOperator {
  return operator === 'and' || operator === 'or' || operator === 'unless';
}

/**
 * The function of an operator on two numbers. A comparison without bool gives `kept` (the vector's side) where it
 * holds, else undefined.
 */
export function operate(
  operator: NumberOperator,
  bool: boolean,
): (a: number, b: number, kept: number) => number | undefined {
  const compare = comparisons[operator];
  if (compare !== undefined) {
    if (bool) return (a, b) => (compare(a, b) ? 1 : 0);
    return (a, b, kept) => (compare(a, b) ? kept : undefined);
  }
  const compute = arithmetics[operator];
  if (compute === undefined) throw new Error(`The operator ${operator} is not one on numbers.`);
  return compute;
}
