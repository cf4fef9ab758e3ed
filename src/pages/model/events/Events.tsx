import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { CubesIcon } from '@patternfly/react-icons';
import { useMemo, useState } from 'react';
import { ListProblem } from '../../../components/ListProblem';
import { formatNumber } from '../../../components/quantities';
import { TableSkeleton } from '../../../components/TableSkeleton';
import { useEvents } from '../../../data/useEvents';
import { useNow } from '../../../data/useNow';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';
import type { EventFilter, ModelEvent } from '../../../resources/modelEvents';
import type { ServedModel } from '../../../resources/servedModel';
import { EventFilters } from './EventFilters';
import { EventRow } from './EventRow';
import { EventTable } from './EventTable';
import { shownEvents } from './eventView';
import type { ShownEvents } from './eventView';

interface EventsProps {
  model: ServedModel;
}

function countWords({ shown, matching }: ShownEvents, t: Translate): string {
  return shown.length < matching
    ? t('The newest {{shown}} of {{matching}} events', {
        shown: formatNumber(shown.length),
        matching: formatNumber(matching),
      })
    : t('{{count}} events', { count: matching });
}

function EventStream({ events, namespace }: { events: readonly ModelEvent[]; namespace: string }) {
  const t = useT();
  const now = useNow();
  const [filter, setFilter] = useState<EventFilter>({ type: 'all', words: '' });
  const found = useMemo(() => shownEvents(events, filter), [events, filter]);
  return (
    <>
      <EventFilters filter={filter} onChange={setFilter} count={countWords(found, t)} />
      {found.matching === 0 ? (
        <EmptyState titleText={t('No event matches')} headingLevel="h2">
          <EmptyStateBody>{t('Change the type or the words that you search for.')}</EmptyStateBody>
        </EmptyState>
      ) : (
        <EventTable>
          {found.shown.map((event) => (
            <EventRow key={event.id} event={event} namespace={namespace} now={now} />
          ))}
        </EventTable>
      )}
    </>
  );
}

/** What happened to the model's objects, in one stream, or what stands in its place. */
export function Events({ model }: EventsProps) {
  const t = useT();
  const { events, loading, problem } = useEvents(model);
  const { namespace } = model;
  if (problem !== undefined) {
    return (
      <ListProblem
        titles={{
          forbidden: t('You cannot see the events here'),
          failed: t('The events could not be read'),
        }}
        problem={problem}
        namespace={namespace}
      />
    );
  }
  if (loading) return <TableSkeleton text={t('Loading the events')} />;
  if (events.length === 0) {
    return (
      <EmptyState titleText={t('No events')} headingLevel="h2" icon={CubesIcon}>
        <EmptyStateBody>
          {t(
            'The cluster keeps events for a short time, usually an hour. Nothing happened to this model in it.',
          )}
        </EmptyStateBody>
      </EmptyState>
    );
  }
  return <EventStream events={events} namespace={namespace} />;
}
