import { Button, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { memo, useState } from 'react';
import { formatDuration, formatMoment, formatNumber } from '../../../components/quantities';
import type { Decision } from '../../../decisions/decision';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';
import { causeWords, changeWords, decisionArithmetic, readinessWords } from './decisionWords';

interface DecisionTableProps {
  /** Oldest first. */
  decisions: readonly Decision[];
  /** Seconds between two points of what the decisions are read from. */
  step: number;
}

const mostRows = 10;
/** kube-state-metrics is scraped each 60 s: a finer step sees no more. */
const finestStep = 60;

function timeWords({ at, after }: Decision, t: Translate): string {
  const time = formatMoment(at * 1000);
  return after === undefined
    ? time
    : t('between {{after}} and {{time}}', { after: formatMoment(after * 1000), time });
}

/** The decisions, newest first: when, from how many to how many, why, and how long until the new replicas served. */
export const DecisionTable = memo(function DecisionTable({ decisions, step }: DecisionTableProps) {
  const t = useT();
  const [all, setAll] = useState(false);
  const newestFirst = decisions.toReversed();
  const shown = all ? newestFirst : newestFirst.slice(0, mostRows);
  const coarse = step > finestStep;
  return (
    <section className="llm-autoscaling__decisions">
      <Title headingLevel="h2" size="lg">
        {t('Decisions')}
      </Title>
      {coarse && (
        <p className="llm-autoscaling__note">
          {t(
            'The graphs have a point each {{duration}}: decisions between two points show when you zoom in.',
            {
              duration: formatDuration(step * 1000),
            },
          )}
        </p>
      )}
      {shown.length === 0 ? (
        <p>{t('The wanted replicas did not change in this time.')}</p>
      ) : (
        <Table variant="compact" aria-label={t('Decisions')}>
          <Thead>
            <Tr>
              <Th modifier="fitContent">{t('Time')}</Th>
              <Th modifier="fitContent">{t('Replicas')}</Th>
              <Th>{t('Why')}</Th>
              <Th>{t('Until they served')}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {shown.map((decision) => {
              const arithmetic = decisionArithmetic(decision, t);
              return (
                <Tr key={`${String(decision.at)} ${decision.cause}`}>
                  <Td dataLabel={t('Time')} modifier="nowrap">
                    {timeWords(decision, t)}
                  </Td>
                  <Td dataLabel={t('Replicas')} modifier="nowrap">
                    {changeWords(decision)}
                  </Td>
                  <Td dataLabel={t('Why')}>
                    {causeWords(decision.cause, t)}
                    {arithmetic !== undefined && (
                      <span className="llm-autoscaling__arithmetic">{arithmetic}</span>
                    )}
                  </Td>
                  <Td dataLabel={t('Until they served')}>{readinessWords(decision, t) ?? '–'}</Td>
                </Tr>
              );
            })}
          </Tbody>
        </Table>
      )}
      {newestFirst.length > mostRows && !all && (
        <Button
          variant="link"
          isInline
          onClick={() => {
            setAll(true);
          }}
        >
          {t('Show all {{number}}', { number: formatNumber(newestFirst.length) })}
        </Button>
      )}
    </section>
  );
});
