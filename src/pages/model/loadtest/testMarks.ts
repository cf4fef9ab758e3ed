import { formatMoment } from '../../../components/quantities';
import type { NamedMark } from '../../../graphs/MarkStrip';
import type { Translate } from '../../../i18n';
import type { LoadTest } from '../../../loadtest/loadTest';

/** Marks of the starts and ends of load tests, in the order of their times. */
export function testMarks(tests: readonly LoadTest[], t: Translate): NamedMark[] {
  return tests
    .flatMap(({ name, startedAt, endedAt }) => [
      ...(startedAt === undefined
        ? []
        : [
            {
              key: `${name} start`,
              at: startedAt,
              label: t('test'),
              text: t('{{time}}: the load test {{name}} began', {
                time: formatMoment(startedAt * 1000),
                name,
              }),
            },
          ]),
      ...(endedAt === undefined
        ? []
        : [
            {
              key: `${name} end`,
              at: endedAt,
              label: t('test ended'),
              text: t('{{time}}: the load test {{name}} ended', { time: formatMoment(endedAt * 1000), name }),
            },
          ]),
    ])
    .toSorted((a, b) => a.at - b.at);
}
