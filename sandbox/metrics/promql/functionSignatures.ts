import type { ValueType } from './ast';

/** Types of the arguments of a function, how many at the end may be left out, and what it returns. */
export interface Signature {
  args: readonly ValueType[];
  /** "any": the last argument may also be repeated. */
  optional: number | 'any';
  returns: ValueType;
}

const vector: ValueType = 'instant vector';
const range: ValueType = 'range vector';
const scalar: ValueType = 'scalar';
const string: ValueType = 'string';

const signature = (
  args: readonly ValueType[],
  returns: ValueType = vector,
  optional: Signature['optional'] = 0,
): Signature => ({ args, returns, optional });

function each(names: string, value: Signature): Record<string, Signature> {
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}

const overVector =
  'abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh timestamp';
const overRange =
  'absent_over_time avg_over_time changes count_over_time delta deriv idelta increase irate last_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time stdvar_over_time sum_over_time';

const signatures = new Map(
  Object.entries({
    ...each(overVector, signature([vector])),
    ...each(overRange, signature([range])),
    clamp: signature([vector, scalar, scalar]),
    clamp_max: signature([vector, scalar]),
    clamp_min: signature([vector, scalar]),
    histogram_quantile: signature([scalar, vector]),
    label_join: signature([vector, string, string, string], vector, 'any'),
    label_replace: signature([vector, string, string, string, string]),
    pi: signature([], scalar),
    predict_linear: signature([range, scalar]),
    quantile_over_time: signature([scalar, range]),
    round: signature([vector, scalar], vector, 1),
    scalar: signature([vector], scalar),
    time: signature([], scalar),
    vector: signature([scalar]),
  }),
);

/** The signature of a function; undefined when this evaluator does not have it. */
export function signatureOf(name: string): Signature | undefined {
  return signatures.get(name);
}
