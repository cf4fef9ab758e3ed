import type { Cause } from './failure';
import type { Schema } from './structural';

type Validate = (schema: Schema, value: unknown, field: string) => Cause[];

const invalid = (value: unknown, field: string, rule: string): Cause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${JSON.stringify(value)}: ${JSON.stringify(field)} ${rule}`,
  field,
});

/** How many of the schemas a value fits. */
const fitting = (schemas: readonly Schema[], value: unknown, field: string, validate: Validate): number =>
  schemas.filter((schema) => validate(schema, value, field).length === 0).length;

/** What is wrong with a value by anyOf, oneOf, allOf and not, in the words of kube-openapi. */
export function combinationCauses(
  schema: Schema,
  value: unknown,
  field: string,
  validate: Validate,
): Cause[] {
  const { anyOf, oneOf, allOf, not } = schema;
  const causes: Cause[] = [];
  if (anyOf != null && fitting(anyOf, value, field, validate) === 0)
    causes.push(invalid(value, field, 'must validate at least one schema (anyOf)'));
  if (oneOf != null) {
    const found = fitting(oneOf, value, field, validate);
    const what = found === 0 ? 'Found none valid' : `Found ${String(found)} valid alternatives`;
    if (found !== 1)
      causes.push(invalid(value, field, `must validate one and only one schema (oneOf). ${what}`));
  }
  if (allOf != null) {
    causes.push(...allOf.flatMap((one) => validate(one, value, field)));
    if (fitting(allOf, value, field, validate) < allOf.length)
      causes.push(invalid(value, field, 'must validate all the schemas (allOf)'));
  }
  if (not != null && validate(not, value, field).length === 0)
    causes.push(invalid(value, field, 'must not validate the schema (not)'));
  return causes;
}
