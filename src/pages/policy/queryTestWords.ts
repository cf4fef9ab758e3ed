import { formatNumber } from '../../components/quantities';
import type { QueryTest } from '../../data/testQuery';
import type { Translate } from '../../i18n';

/** How a tested query is to be taken, and what it means for the scaling. */
export interface TestWords {
  variant: 'success' | 'warning' | 'danger' | 'info';
  title: string;
  lines: readonly string[];
}

function noSeries({ missed, unknown }: Extract<QueryTest, { code: 'none' }>, t: Translate): string[] {
  return [
    t('KEDA reads this as 0: the model will not scale up, and shrinks to its minimum.'),
    ...unknown.map(({ metric, others }) =>
      others.length === 0
        ? t('Nothing reports {{metric}} here.', { metric })
        : t('Nothing reports {{metric}} here: the engines call it {{others}}.', {
            metric,
            others: others.join(', '),
          }),
    ),
    ...missed.map(({ metric, label, wanted, values }) =>
      values.length === 0
        ? t('No series of {{metric}} has the label {{label}}.', { metric, label })
        : t('No series of {{metric}} has {{label}}="{{wanted}}". There are: {{values}}', {
            metric,
            label,
            wanted,
            values: values.join(', '),
          }),
    ),
  ];
}

/** The outcome of a test in words. */
export function queryTestWords(test: QueryTest, t: Translate): TestWords {
  switch (test.code) {
    case 'one':
      return {
        variant: 'success',
        title: t('1 series, value {{value}}', { value: formatNumber(test.value) }),
        lines: [],
      };
    case 'none':
      return { variant: 'danger', title: t('No series'), lines: noSeries(test, t) };
    case 'several':
      return {
        variant: 'danger',
        title: t('{{count}} series', { count: test.count }),
        lines: [
          t(
            'KEDA takes one value only: it would report an error and scale nothing. Wrap the query in sum().',
          ),
          ...(test.differ.length === 0
            ? []
            : [t('They differ in: {{labels}}', { labels: test.differ.join(', ') })]),
        ],
      };
    case 'notANumber':
      return {
        variant: 'warning',
        title: t('The value is no number'),
        lines: [t('KEDA reads this as 0: the model will not scale up, and shrinks to its minimum.')],
      };
    case 'unauthorised':
      return {
        variant: 'warning',
        title: t('You may not ask this'),
        lines: [
          test.message,
          t(
            'KEDA asks with the rights of its TriggerAuthentication; whether they are enough cannot be told from here.',
          ),
        ],
      };
    case 'refused':
      return {
        variant: 'danger',
        title: t('Prometheus refuses the query'),
        lines: [test.message, t('KEDA would report an error and scale nothing.')],
      };
    case 'unreachable':
      return { variant: 'warning', title: t('Prometheus does not answer'), lines: [test.message] };
    case 'elsewhere':
      return {
        variant: 'info',
        title: t('This cannot be tested from the console'),
        lines: [
          t('The console reaches OpenShift’s own Thanos only, on port 9091, or on 9092 with a namespace.'),
        ],
      };
  }
}
