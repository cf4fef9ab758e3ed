import { momentLabel, tickLabel, timeTicks } from './timeTicks';

jest.mock('../language', () => ({
  perLanguage: (create: (language: string) => unknown) => () => create('en'),
}));

describe('timeTicks', () => {
  it.each([
    ['15 minutes', { start: 100, end: 1000 }, 5, 0, [300, 600, 900]],
    ['an hour', { start: 0, end: 3600 }, 6, 0, [0, 600, 1200, 1800, 2400, 3000, 3600]],
    ['a day, with local midnight', { start: 0, end: 86_400 }, 4, 3600, [18_000, 39_600, 61_200, 82_800]],
    [
      'a week, in days',
      { start: 0, end: 604_800 },
      30,
      0,
      [0, 1, 2, 3, 4, 5, 6, 7].map((days) => days * 86_400),
    ],
  ])('puts ticks at round local times of %s', (_what, domain, most, offset, ticks) => {
    expect(timeTicks(domain, most, offset)).toEqual(ticks);
  });
});

describe('labels', () => {
  // A Tuesday, in the local time of whoever runs this.
  const time = new Date(2026, 10, 24, 14, 2, 15).getTime() / 1000;

  it.each([
    ['an hour', 3600, /^2:02\sPM$/, /^02:02:15\sPM$/],
    ['two days', 172_800, /^Tue,? 02:02\sPM$/, /^Nov 24, 02:02\sPM$/],
    ['two weeks', 1_209_600, /^Nov 24$/, /^Nov 24, 02:02\sPM$/],
  ])('within %s', (_what, span, tick, moment) => {
    const domain = { start: time - span, end: time };
    expect(tickLabel(time, domain)).toMatch(tick);
    expect(momentLabel(time, domain)).toMatch(moment);
  });
});
