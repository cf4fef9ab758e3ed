import type { Schema } from '../structural';

export const string: Schema = { type: 'string' };
export const strings: Schema = { type: 'array', items: string };
export const boolean: Schema = { type: 'boolean' };
/** An object whose fields the sandbox does not look into. */
export const open: Schema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
/** A map of strings. */
export const stringMap: Schema = { type: 'object', additionalProperties: string };
/** metav1.Time. */
export const time: Schema = { type: 'string', format: 'date-time' };
export const intOrString: Schema = { 'x-kubernetes-int-or-string': true };
/** resource.Quantity, with the pattern that controller-gen gives it. */
export const quantity: Schema = {
  'x-kubernetes-int-or-string': true,
  pattern:
    '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$',
};

export function integer(minimum?: number): Schema {
  return { type: 'integer', format: 'int32', ...(minimum === undefined ? {} : { minimum }) };
}

export function object(properties: Record<string, Schema>, required?: string[]): Schema {
  return { type: 'object', properties, ...(required === undefined ? {} : { required }) };
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

export function oneOf(...values: string[]): Schema {
  return { type: 'string', enum: values };
}

/** Fields that exist, and whose content is not checked; any other field is unknown. */
export function unchecked(names: string): Record<string, Schema> {
  const anything: Schema = { 'x-kubernetes-preserve-unknown-fields': true };
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, anything]));
}

const policy = object({ type: string, value: integer(), periodSeconds: integer() }, [
  'periodSeconds',
  'type',
  'value',
]);
const rules = object({
  stabilizationWindowSeconds: integer(),
  selectPolicy: string,
  tolerance: quantity,
  policies: list(policy),
});

/** autoscaling/v2 HorizontalPodAutoscalerBehavior. */
export const behavior: Schema = object({ scaleUp: rules, scaleDown: rules });
