import type { HttpPolicy } from '../../policy/httpPolicy';
import { partedFields, shownText, typedPolicy, withText } from './httpForm';

const stored: HttpPolicy = { minReplicas: 0, maxReplicas: 3, threshold: 2, cooldownSeconds: 300 };

it('is what is stored, until somebody types', () => {
  expect(typedPolicy({}, stored)).toEqual(stored);
  expect(shownText({}, stored, 'cooldownSeconds')).toBe('300');
  expect(shownText({}, stored, 'scaleUpWindowSeconds')).toBe('');
  expect(shownText({}, { ...stored, threshold: NaN }, 'threshold')).toBe('');
});

it.each([
  ['maxReplicas', '5', { maxReplicas: 5 }],
  ['maxReplicas', '', { maxReplicas: NaN }],
  ['threshold', '2.5', { threshold: 2.5 }],
  ['scaleDownWindowSeconds', '60', { scaleDownWindowSeconds: 60 }],
  ['initialCooldownSeconds', 'soon', { initialCooldownSeconds: NaN }],
] as const)('takes "%s" = "%s"', (field, text, change) => {
  expect(typedPolicy(withText({}, stored, field, text), stored)).toEqual({ ...stored, ...change });
});

it('does not set seconds that are emptied, and no threshold without a trigger', () => {
  const bounds = { minReplicas: 0, maxReplicas: 3 };
  const emptied = withText({}, stored, 'cooldownSeconds', ' ');
  expect(typedPolicy(emptied, stored)).toEqual({ ...bounds, threshold: 2 });
  const bare = { ...bounds, cooldownSeconds: 300 };
  expect(typedPolicy(withText({}, bare, 'threshold', '4'), bare)).toEqual(bare);
});

it('follows what is stored where nothing is typed, and tells where both have parted', () => {
  let typed = withText({}, stored, 'maxReplicas', '5');
  const theirs = { ...stored, minReplicas: 1, maxReplicas: 4 };
  expect(typedPolicy(typed, theirs)).toEqual({ ...theirs, maxReplicas: 5 });
  expect(partedFields(typed, stored)).toEqual([]);
  expect(partedFields(typed, theirs)).toEqual(['maxReplicas']);
  typed = withText(typed, theirs, 'maxReplicas', '6');
  expect(partedFields(typed, theirs)).toEqual(['maxReplicas']);
  expect(partedFields(typed, { ...theirs, maxReplicas: 6 })).toEqual([]);
});
