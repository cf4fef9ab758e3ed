import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { Td, Tr } from '@patternfly/react-table';
import { formatDuration, formatMoment } from '../../../components/quantities';
import { useT } from '../../../i18n';
import { PodNumber } from './PodNumber';
import type { PodRowData } from './podRows';
import { PodStateLabel } from './PodStateLabel';

interface PodRowProps {
  row: PodRowData;
  /** Milliseconds since 1970. */
  now: number;
  /** The numbers of the pods are still on their way. */
  loadPending: boolean;
}

const pod = { version: 'v1', kind: 'Pod' };

/** One pod of the table. */
export function PodRow({ row, now, loadPending }: PodRowProps) {
  const t = useT();
  const { name, state, node, gpus, createdAt, restarts, load } = row;
  const namespace = row.pod.metadata.namespace ?? '';
  return (
    <Tr>
      <Td dataLabel={t('Name')} className="llm-autoscaling__pod-name">
        <ResourceLink groupVersionKind={pod} name={name} namespace={namespace} />
      </Td>
      <Td dataLabel={t('State')}>
        <PodStateLabel state={state} now={now} />
      </Td>
      <Td dataLabel={t('Node')}>
        {node ?? t('none yet')}
        <div className="llm-autoscaling__reason">{t('{{count}} GPUs', { count: gpus })}</div>
      </Td>
      <Td dataLabel={t('Age')}>
        {createdAt !== undefined && (
          <time dateTime={new Date(createdAt).toISOString()} title={formatMoment(createdAt)}>
            {formatDuration(now - createdAt)}
          </time>
        )}
        <div className="llm-autoscaling__reason">{t('{{count}} restarts', { count: restarts })}</div>
      </Td>
      <Td dataLabel={t('Waiting')}>
        <PodNumber value={load.waiting} pending={loadPending} />
      </Td>
      <Td dataLabel={t('Running')}>
        <PodNumber value={load.running} pending={loadPending} />
      </Td>
      <Td dataLabel={t('KV cache')}>
        <PodNumber value={load.kvCache} pending={loadPending} share />
      </Td>
    </Tr>
  );
}
