import { loadSeries } from './loadSeries';
import { parsePromql } from './parse';
import { PromqlError } from './promqlError';
import { instantQuery } from './query';
import { labelsText } from './vectors';

const store = loadSeries([
  // Each 30 s, from 0 s to 300 s.
  'gauge{ns="a",pod="p1"} 1 2 3 4 5 6 7 8 9 10 11',
  'gauge{ns="a",pod="p2"} 5 5 5 5 5 5 5 5 5 5 5',
  'gauge{ns="b",pod="p3"} _ _ _ _ _ _ 2 8 4 stale',
  'other{ns="a",team="red"} 10 10 10 10 10 10 10 10 10 10 10',
  'total{pod="p1"} 0 30 60 90 120 150 180 210 240 270 300',
  'total{pod="p2"} 100 130 10 40 70 100 130 160 190 220 250',
  'total{pod="late"} _ _ _ _ _ _ _ _ 3 6 9',
  'bucket{le="1"} 0 0 0 0 0 0 0 0 0 0 50',
  'bucket{le="2"} 0 0 0 0 0 0 0 0 0 0 90',
  'bucket{le="+Inf"} 0 0 0 0 0 0 0 0 0 0 100',
  'bucket{le="unreadable"} 0 0 0 0 0 0 0 0 0 0 999',
  'special{x="nan"} NaN',
  'special{x="one"} 1',
]);

/** The result of an instant query as {labels}: value, in order. */
function at(seconds: number, query: string): Record<string, string> {
  const data = instantQuery(store, parsePromql(query), seconds * 1000);
  if (data.resultType === 'matrix') throw new Error('An instant query for a vector is wanted.');
  if (data.resultType !== 'vector') return { [data.resultType]: data.result[1] };
  return Object.fromEntries(data.result.map(({ metric, value }) => [labelsText(metric), value[1]]));
}

describe('instantQuery', () => {
  it.each([
    ['a selector', 90, 'gauge{pod="p1"}', { '{__name__="gauge", ns="a", pod="p1"}': '4' }],
    ['the newest sample before', 89, 'sum(gauge{pod="p1"})', { '{}': '3' }],
    ['a lookback of 5 min, both ends included', 600, 'sum(gauge{pod="p1"})', { '{}': '11' }],
    ['nothing after the lookback', 601, 'sum(gauge{pod="p1"})', {}],
    ['a series until its stale marker', 269, 'sum(gauge{pod="p3"})', { '{}': '4' }],
    ['nothing from the stale marker on', 270, 'gauge{pod="p3"}', {}],
    ['the past by offset', 300, 'sum(gauge offset 1m)', { '{}': '18' }],
    ['the future by offset', 30, 'sum(gauge{pod="p1"} offset -1m)', { '{}': '4' }],
    ['matchers', 240, 'count(gauge{ns!="b",pod=~"p[0-9]",pod!~"p2|p4"})', { '{}': '1' }],
    ['an anchored regular expression', 240, 'gauge{pod=~"p"}', {}],
    ['sum by', 240, 'sum by (ns) (gauge)', { '{ns="a"}': '14', '{ns="b"}': '4' }],
    ['avg without', 240, 'avg without (pod) (gauge)', { '{ns="a"}': '7', '{ns="b"}': '4' }],
    ['group', 240, 'group(gauge)', { '{}': '1' }],
    ['stdvar', 240, 'stdvar(gauge{ns="a"})', { '{}': '4' }],
    ['quantile', 240, 'quantile(0.25, gauge)', { '{}': '4.5' }],
    ['topk, best first', 240, 'topk(2, gauge) * 1', { '{ns="a", pod="p1"}': '9', '{ns="a", pod="p2"}': '5' }],
    ['bottomk', 240, 'bottomk(1, gauge) * 1', { '{ns="b", pod="p3"}': '4' }],
    ['count_values', 240, 'count_values("v", gauge > 4)', { '{v="9"}': '1', '{v="5"}': '1' }],
    ['max passes over NaN', 0, 'max(special)', { '{}': '1' }],
    ['NaN is unequal to itself', 0, 'count(special == special)', { '{}': '1' }],
    ['a filter that keeps the name', 240, 'gauge > 8', { '{__name__="gauge", ns="a", pod="p1"}': '9' }],
    [
      'a bool comparison',
      240,
      'sum by (pod) (gauge > bool 4)',
      { '{pod="p1"}': '1', '{pod="p2"}': '1', '{pod="p3"}': '0' },
    ],
    ['a scalar first keeps the vector', 240, '8 < gauge', { '{__name__="gauge", ns="a", pod="p1"}': '9' }],
    ['one to one', 240, 'sum by (ns) (gauge) / on (ns) other', { '{ns="a"}': '1.4' }],
    [
      'many to one with a label of the one side',
      240,
      'gauge * on (ns) group_left (team) other',
      { '{ns="a", pod="p1", team="red"}': '90', '{ns="a", pod="p2", team="red"}': '50' },
    ],
    [
      'one to many',
      240,
      'other - ignoring (pod, team) group_right () gauge',
      { '{ns="a", pod="p1"}': '1', '{ns="a", pod="p2"}': '5' },
    ],
    [
      'and',
      240,
      'gauge and on (ns) other > 1',
      { '{__name__="gauge", ns="a", pod="p1"}': '9', '{__name__="gauge", ns="a", pod="p2"}': '5' },
    ],
    ['unless', 240, 'gauge unless on (ns) other', { '{__name__="gauge", ns="b", pod="p3"}': '4' }],
    ['or', 300, 'gauge{ns="b"} or vector(0)', { '{}': '0' }],
    ['rate of a whole window', 300, 'rate(total{pod="p1"}[5m])', { '{pod="p1"}': '1' }],
    // 220 - 100 and the 130 that the reset took away.
    ['increase over a reset', 270, 'increase(total{pod="p2"}[270s])', { '{pod="p2"}': '250' }],
    // Samples from 0 s to 270 s, extended to the window's end, which is less than 1.1 gaps away: 270 * 290 / 270.
    [
      'extension to a near bound',
      290,
      'round(increase(total{pod="p1"}[290s]), 1e-6)',
      { '{pod="p1"}': '290' },
    ],
    // 3..9 in 60 s; zero lies 30 s before the first sample, which is within 1.1 gaps; the window begins 210 s before.
    ['a counter not below zero', 300, 'increase(total{pod="late"}[270s])', { '{pod="late"}': '9' }],
    // delta goes half a gap past a start that lies within the window: 6 / 60 * (60 + 15).
    ['delta within the window', 300, 'delta(total{pod="late"}[270s])', { '{pod="late"}': '7.5' }],
    ['irate', 60, 'irate(total{pod="p2"}[1m])', { '{pod="p2"}': '0.3333333333333333' }],
    ['no rate of one sample', 240, 'rate(total{pod="late"}[1m])', {}],
    ['deriv', 300, 'deriv(gauge{pod="p1"}[5m]) * 60', { '{ns="a", pod="p1"}': '2' }],
    ['predict_linear', 300, 'predict_linear(gauge{pod="p1"}[5m], 60)', { '{ns="a", pod="p1"}': '13' }],
    [
      'changes and resets',
      300,
      'changes(total{pod="p2"}[5m]) * 100 + resets(total{pod="p2"}[5m])',
      { '{pod="p2"}': '1001' },
    ],
    [
      '*_over_time',
      240,
      'max_over_time(gauge{pod="p3"}[5m]) - min_over_time(gauge{pod="p3"}[5m])',
      { '{ns="b", pod="p3"}': '6' },
    ],
    [
      'a stale marker is no sample',
      300,
      'count_over_time(gauge{pod="p3"}[5m])',
      { '{ns="b", pod="p3"}': '3' },
    ],
    [
      'last_over_time keeps the name',
      300,
      'last_over_time(gauge{pod="p3"}[5m])',
      { '{__name__="gauge", ns="b", pod="p3"}': '4' },
    ],
    ['a subquery', 300, 'max_over_time(sum(gauge)[2m:1m])', { '{}': '18' }],
    ['a subquery at multiples of its step', 290, 'count_over_time(vector(1)[2m:1m])', { '{}': '2' }],
    ['histogram_quantile', 300, 'histogram_quantile(0.7, bucket)', { '{}': '1.5' }],
    ['histogram_quantile above the last bound', 300, 'histogram_quantile(0.95, bucket)', { '{}': '2' }],
    ['histogram_quantile in the first bucket', 300, 'histogram_quantile(0.1, bucket)', { '{}': '0.2' }],
    ['histogram_quantile without observations', 270, 'histogram_quantile(0.5, bucket)', { '{}': 'NaN' }],
    ['histogram_quantile without +Inf', 300, 'histogram_quantile(0.5, bucket{le="1"})', { '{}': 'NaN' }],
    [
      'label_replace',
      240,
      'label_replace(gauge{pod="p3"}, "n", "${1}!$$", "pod", "p(.*)") + 0',
      { '{n="3!$", ns="b", pod="p3"}': '4' },
    ],
    [
      'label_replace that does not match',
      240,
      'label_replace(gauge{pod="p3"}, "n", "x", "pod", "(q)") + 0',
      { '{ns="b", pod="p3"}': '4' },
    ],
    [
      'label_join',
      240,
      'label_join(gauge{pod="p3"}, "j", "/", "ns", "pod") + 0',
      { '{j="b/p3", ns="b", pod="p3"}': '4' },
    ],
    ['clamp and round', 240, 'round(clamp(sum(gauge) / 7, 1, 2.4), 0.5)', { '{}': '2.5' }],
    ['absent with the labels asked for', 300, 'absent(gauge{ns="b",pod=~"p.*"})', { '{ns="b"}': '1' }],
    ['absent of what is there', 300, 'absent(other)', {}],
    ['scalar and time', 300, 'time() - scalar(other)', { scalar: '290' }],
    ['scalar of several series', 300, 'scalar(gauge)', { scalar: 'NaN' }],
    ['the time of a sample', 299, 'timestamp(other) + 0', { '{ns="a", team="red"}': '270' }],
    [
      'sort',
      240,
      'sort(gauge) + 0',
      { '{ns="b", pod="p3"}': '4', '{ns="a", pod="p2"}': '5', '{ns="a", pod="p1"}': '9' },
    ],
    ['a string', 0, '"text"', { string: 'text' }],
    [
      'infinity and small numbers',
      0,
      'vector(-1 / 0) or label_replace(vector(1e-7), "a", "b", "", "")',
      { '{}': '-Inf', '{a="b"}': '1e-07' },
    ],
  ] as [string, number, string, Record<string, string>][])('%s', (_name, seconds, query, expected) => {
    expect(Object.entries(at(seconds, query))).toEqual(Object.entries(expected));
  });

  it.each([
    ['gauge * on (ns) gauge', /^found duplicate series for the match group \{ns="a"\} on the right/],
    ['gauge * on (ns) other', /many-to-one matching must be explicit/],
    ['gauge * on (ns) group_right () other', /on the left hand-side/],
    ['label_replace(gauge, "pod", "x", "", "")', /^vector cannot contain metrics with the same labelset$/],
    ['label_replace(gauge, "a b", "", "", "")', /^invalid destination label name in label_replace\(\): a b$/],
    ['label_replace(gauge, "a", "", "b", "(")', /^invalid regular expression in label_replace\(\): \($/],
    ['label_join(gauge, "a", "", "b c")', /^invalid source label name in label_join\(\): b c$/],
    ['topk(1 / 0, gauge)', /overflows int64/],
  ])('the error of %s', (query, message) => {
    const run = (): unknown => at(240, query);
    expect(run).toThrow(PromqlError);
    expect(run).toThrow(message);
  });

  it('gives the samples of a range vector', () => {
    expect(instantQuery(store, parsePromql('gauge{pod="p3"}[1m]'), 270_000)).toEqual({
      resultType: 'matrix',
      result: [
        {
          metric: { __name__: 'gauge', ns: 'b', pod: 'p3' },
          values: [
            [210, '8'],
            [240, '4'],
          ],
        },
      ],
    });
  });
});
