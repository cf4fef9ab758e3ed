import { known } from '../../resources/known';
import type { HttpPolicy } from '../../policy/httpPolicy';

/** A field of the form of a model that requests wake. */
export type HttpField = keyof HttpPolicy;

/** The fields in the order of the form. */
export const httpFields: readonly HttpField[] = [
  'minReplicas',
  'maxReplicas',
  'threshold',
  'cooldownSeconds',
  'initialCooldownSeconds',
  'scaleDownWindowSeconds',
  'scaleUpWindowSeconds',
];

/** What somebody typed, and what was stored at that moment. */
interface TypedField {
  text: string;
  over: string;
}

/** Only the fields that somebody typed in: the others follow what is stored. */
export type TypedFields = Partial<Record<HttpField, TypedField>>;

/** A value as it is typed; empty: not set, or no number. */
export function httpText(policy: HttpPolicy, field: HttpField): string {
  const value = policy[field];
  return value === undefined || Number.isNaN(value) ? '' : value.toString();
}

/** What stands in a field. */
export function shownText(typed: TypedFields, stored: HttpPolicy, field: HttpField): string {
  return typed[field]?.text ?? httpText(stored, field);
}

/** The form with another text in a field. */
export function withText(
  typed: TypedFields,
  stored: HttpPolicy,
  field: HttpField,
  text: string,
): TypedFields {
  return { ...typed, [field]: { text, over: typed[field]?.over ?? httpText(stored, field) } };
}

const number = (text: string): number => (text.trim() === '' ? NaN : Number(text));
const seconds = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

/** The policy that is typed; what is no number becomes NaN. Without a Prometheus trigger there is no threshold. */
export function typedPolicy(typed: TypedFields, stored: HttpPolicy): HttpPolicy {
  const text = (field: HttpField): string => shownText(typed, stored, field);
  return known({
    minReplicas: number(text('minReplicas')),
    maxReplicas: number(text('maxReplicas')),
    threshold: stored.threshold === undefined ? undefined : number(text('threshold')),
    cooldownSeconds: seconds(text('cooldownSeconds')),
    initialCooldownSeconds: seconds(text('initialCooldownSeconds')),
    scaleUpWindowSeconds: seconds(text('scaleUpWindowSeconds')),
    scaleDownWindowSeconds: seconds(text('scaleDownWindowSeconds')),
  });
}

/** The fields that somebody else stored anew while something else was typed in them. */
export function partedFields(typed: TypedFields, stored: HttpPolicy): HttpField[] {
  return httpFields.filter((field) => {
    const mine = typed[field];
    const theirs = httpText(stored, field);
    return mine !== undefined && mine.over !== theirs && mine.text.trim() !== theirs;
  });
}
