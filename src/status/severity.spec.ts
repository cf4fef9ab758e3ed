import { toneOf, type StatusCode } from './modelStatus';
import { bySeverity, severityOf } from './severity';

it('gives every state one place', () => {
  expect(bySeverity.toSorted()).toEqual(Object.keys(toneOf).toSorted());
});

it('puts what needs attention first and what is well last', () => {
  const ranks: Record<string, number> = { danger: 0, warning: 1, info: 2, neutral: 3, success: 4 };
  const ofTones = bySeverity.map((code) => ranks[toneOf[code]]);
  expect(ofTones).toEqual(ofTones.toSorted());
});

it('sorts', () => {
  const codes: StatusCode[] = ['steady', 'atMaximum', 'idle', 'queryFails'];
  const sorted = codes.toSorted((a, b) => severityOf({ code: a }) - severityOf({ code: b }));
  expect(sorted).toEqual(['queryFails', 'atMaximum', 'idle', 'steady']);
});

it('puts any state that pods are refused in, or that does not load, among the troubles', () => {
  const calm = severityOf({ code: 'steady' });
  const failing = severityOf({ code: 'steady', loadFailure: 'OOM' });
  const refused = severityOf({ code: 'idle', refusal: 'quota' });
  expect([failing, refused, calm].toSorted((a, b) => a - b)).toEqual([failing, refused, calm]);
  expect(severityOf({ code: 'blocked', refusal: 'quota' })).toBe(severityOf({ code: 'blocked' }));
});
