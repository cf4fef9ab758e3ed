import { combined, peaks, rateWindow } from './combined';

it('names each line of a combined query', () => {
  expect(
    combined([
      ['waiting', 'sum(a)'],
      ['running', 'sum(b) or sum(c)'],
    ]),
  ).toBe(
    'label_replace(sum(a), "line", "waiting", "", "") or label_replace(sum(b) or sum(c), "line", "running", "", "")',
  );
});

it.each([
  [15, 'sum(a)'],
  [60, 'sum(a)'],
  [600, 'max_over_time((sum(a))[600s:60s])'],
])('keeps bursts with steps of %d s', (step, query) => {
  expect(peaks('sum(a)', step)).toBe(query);
});

it.each([
  [15, 300],
  [300, 300],
  [7200, 7200],
])('takes rates with steps of %d s over %d s', (step, window) => {
  expect(rateWindow(step)).toBe(window);
});
