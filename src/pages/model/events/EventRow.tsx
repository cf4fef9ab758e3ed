import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sGroupVersionKind } from '@openshift-console/dynamic-plugin-sdk';
import { ExclamationTriangleIcon, InfoCircleIcon } from '@patternfly/react-icons';
import { Td, Tr } from '@patternfly/react-table';
import { memo } from 'react';
import { agoWords } from '../../../components/agoWords';
import { formatMoment } from '../../../components/quantities';
import { useT } from '../../../i18n';
import type { ModelEvent } from '../../../resources/modelEvents';

interface EventRowProps {
  event: ModelEvent;
  namespace: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** The kind of the event's object; its apiVersion is "group/version", or "version" in the core group. */
function kindOf({ apiVersion, kind }: ModelEvent): K8sGroupVersionKind {
  const slash = apiVersion.indexOf('/');
  const version = apiVersion.slice(slash + 1);
  return slash < 0 ? { version, kind } : { group: apiVersion.slice(0, slash), version, kind };
}

/** One event: when, of which type and object, and the words of its reporter, which are not translated. */
export const EventRow = memo(function EventRow({ event, namespace, now }: EventRowProps) {
  const t = useT();
  const { lastSeen, firstSeen, count, warning, reason, message, name, source } = event;
  const Picture = warning ? ExclamationTriangleIcon : InfoCircleIcon;
  return (
    <Tr>
      <Td dataLabel={t('Last seen')}>
        {lastSeen !== undefined && (
          <time dateTime={new Date(lastSeen).toISOString()}>
            {agoWords(now - lastSeen)}
            <div className="llm-autoscaling__reason">{formatMoment(lastSeen)}</div>
          </time>
        )}
      </Td>
      <Td dataLabel={t('Type')}>
        <span className={`llm-autoscaling__tone llm-autoscaling__tone--${warning ? 'warning' : 'info'}`}>
          <Picture />
        </span>{' '}
        {warning ? t('Warning') : t('Normal')}
      </Td>
      <Td dataLabel={t('Object')} className="llm-autoscaling__event-text">
        <ResourceLink groupVersionKind={kindOf(event)} name={name} namespace={namespace} />
      </Td>
      <Td dataLabel={t('Message')} className="llm-autoscaling__event-text">
        <strong>{reason}</strong> {message}
        <div className="llm-autoscaling__reason">
          {source !== undefined && <>{t('from {{source}}', { source })}</>}
          {count > 1 && firstSeen !== undefined && (
            <> · {t('{{count}} times since {{time}}', { count, time: formatMoment(firstSeen) })}</>
          )}
        </div>
      </Td>
    </Tr>
  );
});
