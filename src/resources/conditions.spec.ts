import { findCondition, hasStatus } from './conditions';
import type { Condition } from './object';

const conditions: Condition[] = [
  { type: 'Ready', status: 'False', reason: 'TriggerError' },
  { type: 'Active', status: 'Unknown' },
];

it('finds a condition by its type', () => {
  expect(findCondition(conditions, 'Ready')?.reason).toBe('TriggerError');
  expect(findCondition(conditions, 'Paused')).toBeUndefined();
  expect(findCondition(undefined, 'Ready')).toBeUndefined();
});

it.each([
  ['Ready', 'False', true],
  ['Ready', 'True', false],
  ['Active', 'Unknown', true],
  ['Paused', 'Unknown', false],
] as const)('%s is %s: %s', (type, status, expected) => {
  expect(hasStatus(conditions, type, status)).toBe(expected);
});
