import { toMilli } from './milli';
import { readPrometheusTrigger } from './prometheusTrigger';

describe('reading a prometheus trigger', () => {
  it.each([
    ['one series', { samples: [7] }, { value: 7 }],
    ['no series is 0', { samples: [] }, { value: 0 }],
    ['NaN is 0', { samples: [NaN] }, { value: 0 }],
    ['an infinity is 0', { samples: [-Infinity] }, { value: 0 }],
    ['three decimals', { samples: [1.23456] }, { value: 1.235, exact: 1.23456 }],
    ['a negative value is 0', { samples: [-3] }, { value: 0, exact: -3 }],
    ['too small for a thousandth', { samples: [0.0002] }, { value: 0, exact: 0.0002 }],
    [
      'an error stays',
      { error: 'prometheus query api returned error. status: 403' },
      { error: 'prometheus query api returned error. status: 403' },
    ],
  ])('%s', (_name, result, reading) => {
    expect(readPrometheusTrigger(result)).toEqual(reading);
  });

  it('refuses several series, and names the query', () => {
    expect(readPrometheusTrigger({ samples: [1, 2] }, { query: 'up' })).toEqual({
      error: 'prometheus query up returned multiple elements',
    });
  });

  it.each([
    [[], 'result is empty'],
    [[NaN], 'returns NaN'],
    [[Infinity], 'returns +Inf'],
    [[-Infinity], 'returns -Inf'],
  ])('without ignoreNullValues %p is an error', (samples, text) => {
    expect(readPrometheusTrigger({ samples }, { ignoreNullValues: false })).toEqual({
      error: expect.stringContaining(text) as string,
    });
  });
});

describe('thousandths', () => {
  it.each([
    [0.1, 100],
    [2.5, 2500],
    [0.57, 570],
    [1.0005, 1000],
    [0.0625, 62],
    [0.1875, 188],
    [1e9, 1e12],
    [-1, 0],
    [NaN, 0],
    [Infinity, 0],
  ])('%d is %d', (value, milli) => {
    expect(toMilli(value)).toBe(milli);
  });
});
