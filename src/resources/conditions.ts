import type { Condition } from './object';

/** The condition of this type; undefined when there is none. */
export function findCondition(
  conditions: readonly Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find((condition) => condition.type === type);
}

/** Whether the condition exists and has this status; a missing condition has none. */
export function hasStatus(
  conditions: readonly Condition[] | undefined,
  type: string,
  status: Condition['status'],
): boolean {
  return findCondition(conditions, type)?.status === status;
}
