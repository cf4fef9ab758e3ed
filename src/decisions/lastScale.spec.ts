import type { Decision } from './decision';
import { withLastScale } from './lastScale';

const early: Decision = { at: 100, from: 1, to: 2, cause: 'load' };
const late: Decision = {
  at: 460,
  from: 2,
  to: 4,
  cause: 'load',
  readiness: { ready: 2, added: 2, seconds: 60 },
};
const paused: Decision = { at: 500, from: 4, to: 4, cause: 'paused' };

it('takes the exact time of the HPA’s newest decision', () => {
  expect(withLastScale([early, late, paused], 415)).toEqual([
    early,
    { ...late, at: 415, readiness: { ready: 2, added: 2, seconds: 105 } },
    paused,
  ]);
});

it('keeps the order of decisions that were measured late', () => {
  const times = withLastScale([early, { ...early, at: 405 }, { ...early, at: 430 }, late], 415);
  expect(times.map(({ at }) => at)).toEqual([100, 385, 400, 415]);
});

it.each([
  ['there is none', undefined],
  ['it is of another decision', 300],
  ['it is of one that was not measured yet', 470],
])('leaves the times alone when %s', (_case, time) => {
  expect(withLastScale([early, late], time)).toEqual([early, late]);
});
