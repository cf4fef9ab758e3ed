import type { Aggregate, Binary, Call, Expression, ValueType } from './ast';
import type { Signature } from './functionSignatures';
import { signatureOf } from './functionSignatures';
import { parseError } from './promqlError';

const setOperators = new Set(['and', 'or', 'unless']);
const comparisons = new Set(['==', '!=', '>', '<', '>=', '<=']);

/** What an expression evaluates to. */
export function typeOf(expression: Expression): ValueType {
  switch (expression.type) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'selector':
      return expression.rangeMs === undefined ? 'instant vector' : 'range vector';
    case 'subquery':
      return 'range vector';
    case 'aggregate':
      return 'instant vector';
    case 'call':
      return signatureOf(expression.name)?.returns ?? 'instant vector';
    case 'binary':
      return scalarSides(expression) === 2 ? 'scalar' : 'instant vector';
    default:
      return typeOf(expression.expression);
  }
}

function scalarSides({ left, right }: Binary): number {
  return [left, right].filter((side) => typeOf(side) === 'scalar').length;
}

/** Throws a PromqlError for the first expression whose parts have the wrong types. */
export function checkTypes(query: string, expression: Expression): void {
  switch (expression.type) {
    case 'number':
    case 'string':
    case 'selector':
      return;
    case 'binary':
      checkBinary(query, expression);
      return;
    case 'aggregate':
      checkAggregate(query, expression);
      return;
    case 'call':
      checkCall(query, expression);
      return;
    default:
      checkTypes(query, expression.expression);
      checkWrapper(query, expression);
  }
}

function checkWrapper(
  query: string,
  expression: Exclude<
    Expression,
    { type: 'number' | 'string' | 'selector' | 'binary' | 'aggregate' | 'call' }
  >,
): void {
  const type = typeOf(expression.expression);
  if (expression.type === 'unary' && type !== 'scalar' && type !== 'instant vector') {
    const message = `unary expression only allowed on expressions of type scalar or instant vector, got "${type}"`;
    throw parseError(query, expression.position, message);
  }
  if (expression.type === 'subquery' && type !== 'instant vector') {
    const message = `subquery is only allowed on instant vector, got ${type} instead`;
    throw parseError(query, expression.position, message);
  }
}

function checkBinary(query: string, expression: Binary): void {
  checkTypes(query, expression.left);
  checkTypes(query, expression.right);
  const problem = operandProblem(expression) ?? matchingProblem(expression);
  if (problem !== undefined) throw parseError(query, expression.position, problem);
  const misused = operatorProblem(expression);
  if (misused !== undefined) throw parseError(query, expression.operatorAt, misused);
}

function operandProblem(expression: Binary): string | undefined {
  const { operator, left, right } = expression;
  const scalars = scalarSides(expression);
  const vectors = [left, right].filter((side) => typeOf(side) === 'instant vector').length;
  if (scalars + vectors < 2) return 'binary expression must contain only scalar and instant vector types';
  if (scalars === 0 || !setOperators.has(operator)) return undefined;
  return `set operator "${operator}" not allowed in binary scalar expression`;
}

function matchingProblem(expression: Binary): string | undefined {
  const { operator, matching } = expression;
  if (matching === undefined) return undefined;
  if (scalarSides(expression) > 0) return 'vector matching only allowed between instant vectors';
  if (matching.group === undefined || !setOperators.has(operator)) return undefined;
  return `no grouping allowed for "${operator}" operation`;
}

function operatorProblem(expression: Binary): string | undefined {
  const { operator, bool, matching } = expression;
  const compares = comparisons.has(operator);
  if (bool && !compares) return 'bool modifier can only be used on comparison operators';
  if (scalarSides(expression) === 2 && compares && !bool) {
    return 'comparisons between scalars must use BOOL modifier';
  }
  const both = matching?.labels.find((label) => matching.on && matching.include.includes(label));
  return both === undefined ? undefined : `label "${both}" must not occur in ON and GROUP clause at once`;
}

function checkAggregate(query: string, { operator, expression, parameter }: Aggregate): void {
  checkTypes(query, expression);
  expectType(query, expression, 'instant vector', 'aggregation expression');
  if (parameter === undefined) return;
  checkTypes(query, parameter);
  expectType(query, parameter, operator === 'count_values' ? 'string' : 'scalar', 'aggregation parameter');
}

function checkCall(query: string, { name, args, position }: Call): void {
  const signature = signatureOf(name);
  if (signature === undefined) throw parseError(query, position, `the function "${name}" is not supported`);
  const problem = countProblem(signature, args.length);
  if (problem !== undefined) {
    throw parseError(
      query,
      position,
      `${problem} argument(s) in call to "${name}", got ${String(args.length)}`,
    );
  }
  args.forEach((arg, index) => {
    checkTypes(query, arg);
    const wanted = signature.args[index] ?? signature.args.at(-1) ?? 'instant vector';
    expectType(query, arg, wanted, `call to function "${name}"`);
  });
}

function countProblem({ args, optional }: Signature, count: number): string | undefined {
  const least = args.length - (optional === 'any' ? 1 : optional);
  const most = optional === 'any' ? Infinity : args.length;
  if (count >= least && count <= most) return undefined;
  if (optional === 0) return `expected ${String(args.length)}`;
  return count < least ? `expected at least ${String(least)}` : `expected at most ${String(most)}`;
}

function expectType(query: string, expression: Expression, wanted: ValueType, where: string): void {
  const type = typeOf(expression);
  if (type === wanted) return;
  throw parseError(query, expression.position, `expected type ${wanted} in ${where}, got ${type}`);
}
