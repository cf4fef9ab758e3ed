import type { Binary } from './ast';
import { matchVectors } from './vectorMatching';
import { combineSets } from './setOperators';
import type { NumberOperator } from './operators';
import { isComparison, isSetOperator, operate } from './operators';
import type { ScalarValue, Value, VectorValue } from './vectors';
import { mapValues, withoutName } from './vectors';

/** Evaluates a binary expression whose sides are evaluated already. */
export function binary(expression: Binary, left: Value, right: Value): Value {
  const { operator, bool, matching = { on: false, labels: [], include: [] } } = expression;
  if (left.type === 'vector' && right.type === 'vector') {
    return isSetOperator(operator)
      ? combineSets(operator, matching, left, right)
      : matchVectors({ operator, bool, matching }, left, right);
  }
  if (isSetOperator(operator)) throw new Error('The type check lets no set of scalars through.');
  if (left.type === 'vector') return withScalar(operator, bool, left, scalarOf(right), false);
  if (right.type === 'vector') return withScalar(operator, bool, right, scalarOf(left), true);
  const run = operate(operator, bool);
  const second = scalarOf(right).values;
  const values = scalarOf(left).values.map((a, i) => run(a, second[i] ?? NaN, a) ?? NaN);
  return { type: 'scalar', values };
}

function scalarOf(value: Value): ScalarValue {
  if (value.type !== 'scalar') throw new Error('The type check lets no string through.');
  return value;
}

function withScalar(
  operator: NumberOperator,
  bool: boolean,
  vector: VectorValue,
  scalar: ScalarValue,
  scalarFirst: boolean,
): VectorValue {
  const run = operate(operator, bool);
  const keepsName = isComparison(operator) && !bool;
  return mapValues(
    vector,
    (value, i) => {
      const number = scalar.values[i] ?? NaN;
      return scalarFirst ? run(number, value, value) : run(value, number, value);
    },
    keepsName ? (labels) => labels : withoutName,
  );
}
