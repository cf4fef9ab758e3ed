import type { AutoscalerMemory, ScalingPolicy } from './autoscaler';
import { scaleDownLimit, scaleUpLimit } from './rateLimit';

const pods = (value: number, periodSeconds = 60): ScalingPolicy => ({ type: 'Pods', value, periodSeconds });
const percent = (value: number, periodSeconds = 60): ScalingPolicy => ({
  type: 'Percent',
  value,
  periodSeconds,
});
const none: AutoscalerMemory = { recommendations: [], scaleUps: [], scaleDowns: [] };
const ups = (...events: [number, number][]): AutoscalerMemory => ({
  ...none,
  scaleUps: events.map(([at, change]) => ({ at, change })),
});
const downs = (...events: [number, number][]): AutoscalerMemory => ({
  ...none,
  scaleDowns: events.map(([at, change]) => ({ at, change })),
});

describe('scale-up limit at t = 100', () => {
  it.each([
    ['Pods adds', 'Max', [pods(4)], 3, none, 7],
    ['Percent rounds up', 'Max', [percent(10)], 3, none, 4],
    ['Max takes the widest', 'Max', [pods(4), percent(100)], 10, none, 20],
    ['Min takes the narrowest', 'Min', [pods(4), percent(100)], 10, none, 14],
    ['Disabled', 'Disabled', [pods(4)], 3, none, 3],
    ['events of the period count', 'Max', [pods(4)], 6, ups([50, 3]), 7],
    ['an event at the edge of the period does not', 'Max', [pods(4)], 6, ups([40, 3]), 10],
    ['scale-downs of the period are given back', 'Max', [pods(4)], 3, downs([50, 2]), 9],
    ['never below the present number', 'Max', [pods(1)], 9, ups([50, 6]), 9],
    ['each policy has its own period', 'Min', [pods(4, 30), pods(9, 60)], 6, ups([50, 3]), 10],
  ] as const)('%s', (_name, selectPolicy, policies, current, memory, expected) => {
    const rules = { selectPolicy, policies };
    expect(scaleUpLimit(rules, current, memory, 100)).toBe(expected);
  });
});

describe('scale-down limit at t = 100', () => {
  it.each([
    ['Pods subtracts', 'Max', [pods(2)], 9, none, 7],
    ['Percent is cut off', 'Max', [percent(10)], 9, none, 8],
    ['Max takes the widest', 'Max', [pods(2), percent(50)], 10, none, 5],
    ['Min takes the narrowest', 'Min', [pods(2), percent(50)], 10, none, 8],
    ['Disabled', 'Disabled', [pods(4)], 9, none, 9],
    ['events of the period count', 'Max', [pods(2)], 8, downs([50, 1]), 7],
    ['scale-ups of the period are taken back', 'Max', [pods(2)], 9, ups([50, 4]), 3],
    ['never above the present number', 'Max', [pods(1)], 4, downs([50, 6]), 4],
    ['may be below 0', 'Max', [pods(5)], 3, none, -2],
  ] as const)('%s', (_name, selectPolicy, policies, current, memory, expected) => {
    const rules = { selectPolicy, policies };
    expect(scaleDownLimit(rules, current, memory, 100)).toBe(expected);
  });
});
