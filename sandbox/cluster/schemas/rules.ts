import type { Cause } from '../failure';
import { isObject } from '../fields';

/** Fields of a part of an object. */
export type Fields = Record<string, unknown>;

/** The part of this name; undefined where there is none. */
export const at = (value: unknown, name: string): Fields | undefined => {
  const child = isObject(value) ? value[name] : undefined;
  return isObject(child) ? child : undefined;
};
/** Whether the part has the field. */
export const has = (value: Fields, name: string): boolean => value[name] !== undefined;

/** Whether the part names both port and portName, or neither. */
export const notOnePort = (value: Fields): boolean => has(value, 'port') === has(value, 'portName');

/** A rule that a part of the spec breaks when `broken` says so; a part that is not there breaks none. */
export function check(
  value: Fields | undefined,
  field: string,
  message: string,
  broken: (value: Fields) => boolean,
): Cause[] {
  if (value === undefined || !broken(value)) return [];
  return [{ reason: 'FieldValueInvalid', message: `Invalid value: ${message}`, field }];
}
