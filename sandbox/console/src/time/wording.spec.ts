import { ago } from './wording';

const now = Date.UTC(2026, 10, 24, 12);
const minute = 60_000;

describe('ago', () => {
  it.each([
    [0, 'Just now'],
    [59_000, 'Just now'],
    [minute, '1 minute ago'],
    [10 * minute, '10 minutes ago'],
    [11 * minute, undefined],
    [-2 * minute, undefined],
  ])('says for %d ms: %s', (past, text) => {
    expect(ago(now - past, now)).toBe(text);
  });

  it('leaves out the suffix', () => {
    expect(ago(now - 2 * minute, now, true)).toBe('2 minutes');
  });
});
