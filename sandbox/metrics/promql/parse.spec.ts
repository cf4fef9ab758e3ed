import type { Expression } from './ast';
import { parseMatch, parsePromql } from './parse';
import { PromqlError } from './promqlError';

type Shapes = { [Type in Expression['type']]: (expression: Extract<Expression, { type: Type }>) => string };

const shapes: Shapes = {
  number: ({ value }) => String(value),
  string: ({ value }) => JSON.stringify(value),
  selector({ matchers, rangeMs, offsetMs }) {
    const list = matchers.map(({ name, operator, value }) => `${name}${operator}${value}`).join(',');
    const range = rangeMs === undefined ? '' : `[${String(rangeMs)}]`;
    return `<${list}>${range}${offsetMs === 0 ? '' : `@-${String(offsetMs)}`}`;
  },
  subquery: ({ expression, rangeMs, stepMs = NaN, offsetMs }) =>
    `${shape(expression)}[${[rangeMs, stepMs, offsetMs].join(':')}]`,
  unary: ({ operator, expression }) => `(${operator}${shape(expression)})`,
  paren: ({ expression }) => shape(expression),
  binary({ operator, bool, matching, left, right }) {
    const how = matching === undefined ? '' : JSON.stringify(Object.values(matching));
    return `(${shape(left)} ${operator}${bool ? ' bool' : ''}${how} ${shape(right)})`;
  },
  aggregate({ operator, without, labels, parameter, expression }) {
    const first = parameter === undefined ? '' : `${shape(parameter)}, `;
    return `${operator} ${without ? 'without' : 'by'}(${labels.join()})(${first}${shape(expression)})`;
  },
  call: ({ name, args }) => `${name}(${args.map(shape).join(', ')})`,
};

/** The expression with all parentheses written out. */
function shape(expression: Expression): string {
  return (shapes[expression.type] as (expression: Expression) => string)(expression);
}

describe('parsePromql', () => {
  it.each([
    ['a', '<__name__=a>'],
    ['vllm:num_requests_waiting', '<__name__=vllm:num_requests_waiting>'],
    ['kserve_vllm:x{a!="b",c=~`d.+`,e!~\'f\'}', '<__name__=kserve_vllm:x,a!=b,c=~d.+,e!~f>'],
    ['{"a.b", c="d\\n\\x41\\u00e9\\""}', '<__name__=a.b,c=d\nA\u00e9">'],
    ['# comment\n a # more', '<__name__=a>'],
    ['a[1h30m] offset 5m', '<__name__=a>[5400000]@-300000'],
    ['a offset -90s', '<__name__=a>@--90000'],
    ['sum(a)[5m:] offset 1m', 'sum by()(<__name__=a>)[300000:NaN:60000]'],
    ['a + b offset 5m * c', '(<__name__=a> + (<__name__=b>@-300000 * <__name__=c>))'],
    ['-1 ^ 2', '(-(1 ^ 2))'],
    ['2 * -1 ^ 2', '(2 * (-(1 ^ 2)))'],
    ['2 ^ 3 ^ 2', '(2 ^ (3 ^ 2))'],
    ['1 - 2 - 3 % 4', '((1 - 2) - (3 % 4))'],
    ['-a * b', '((-<__name__=a>) * <__name__=b>)'],
    ['a or b and c unless d', '(<__name__=a> or ((<__name__=b> and <__name__=c>) unless <__name__=d>))'],
    ['a + 1 > bool 2 == b', '(((<__name__=a> + 1) > bool 2) == <__name__=b>)'],
    ['a * on (x, y) group_left (z) b', '(<__name__=a> *[true,["x","y"],"left",["z"]] <__name__=b>)'],
    ['a / ignoring () group_right b', '(<__name__=a> /[false,[],"right",[]] <__name__=b>)'],
    ['sum by (a, b) (c)', 'sum by(a,b)(<__name__=c>)'],
    ['topk(2, a) without (b)', 'topk without(b)(2, <__name__=a>)'],
    ['sum(sum)', 'sum by()(<__name__=sum>)'],
    ['0x1F + 1_000 + 1e-3 + .5 + 5m + Inf', '(((((31 + 1000) + 0.001) + 0.5) + 300) + Infinity)'],
  ])('%s', (query, expected) => {
    expect(shape(parsePromql(query))).toBe(expected);
  });

  it.each([
    ['a @ 5', '1:1: parse error: the @ modifier is not supported'],
    [
      'a + fill (0) b',
      '1:1: parse error: "a + fill (0) b" uses an operator or modifier that is not supported',
    ],
    ['limitk(2, a)', '1:1: parse error: the aggregation "limitk" is not supported'],
    ['hour(a)', '1:1: parse error: the function "hour" is not supported'],
    ['a[5m + 1m]', '1:3: parse error: the duration expression "5m + 1m" is not supported'],
    ['a[5m] smoothed', '1:1: parse error: the modifier in "a[5m] smoothed" is not supported'],
    ['a{b=~"\\\\pL"}', '1:3: parse error: the regular expression "\\\\pL" is not supported'],
    ['a{b="\\q"}', '1:5: parse error: unknown escape sequence \\q'],
    ['a{b=~"(?=c)"}', '1:3: parse error: error parsing regexp: invalid or unsupported Perl syntax: `(?=c)`'],
    ['a\n + +\n)', "3:1: parse error: unexpected right parenthesis ')'"],
    ['a b', '1:3: parse error: unexpected "b"'],
    ['a +', '1:4: parse error: unexpected end of input'],
    ['a offset 5m [1m]', '1:1: parse error: no offset modifiers allowed before range'],
    [
      '-a[5m:1m]',
      '1:1: parse error: unary expression only allowed on expressions of type scalar or instant vector, got "range vector"',
    ],
    ['a[0s]', '1:3: parse error: duration must be greater than 0'],
  ])('refuses %j and says why', (query, message) => {
    expect(() => parsePromql(query)).toThrow(new PromqlError('bad_data', message));
  });
});

describe('parseMatch', () => {
  it('takes a selector only', () => {
    expect(shape(parseMatch('{a="b"}'))).toBe('<a=b>');
    expect(() => parseMatch('sum(a)')).toThrow('expected a vector selector');
    expect(() => parseMatch('a[5m]')).toThrow('expected a vector selector');
  });
});
