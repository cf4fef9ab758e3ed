import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { CubesIcon } from '@patternfly/react-icons';
import { useMemo, useState } from 'react';
import { ListProblem } from '../../../components/ListProblem';
import { MetricsProblem } from '../../../components/MetricsProblem';
import { TableSkeleton } from '../../../components/TableSkeleton';
import { useNow } from '../../../data/useNow';
import { usePods } from '../../../data/usePods';
import type { ModelPods } from '../../../data/usePods';
import { useT } from '../../../i18n';
import type { ServedModel } from '../../../resources/servedModel';
import { PodRow } from './PodRow';
import { podRows, sortedPodRows } from './podRows';
import { PodTable } from './PodTable';
import type { PodOrder } from './PodTable';

interface PodsProps {
  model: ServedModel;
}

function NoPods() {
  const t = useT();
  return (
    <EmptyState titleText={t('No pods')} headingLevel="h2" icon={CubesIcon}>
      <EmptyStateBody>
        {t('The model has no replica now. Its pods are listed here once it has.')}
      </EmptyStateBody>
    </EmptyState>
  );
}

function PodList({ pods, loads, fetchedAt, loadProblem }: ModelPods) {
  const now = useNow();
  const [order, setOrder] = useState<PodOrder>({ column: 'state', descending: false });
  const rows = useMemo(
    () => sortedPodRows(podRows(pods, loads), order.column, order.descending),
    [pods, loads, order],
  );
  return (
    <>
      {loadProblem !== undefined && (
        <MetricsProblem
          code={loadProblem.code}
          message={loadProblem.message}
          age={fetchedAt === undefined ? undefined : now - fetchedAt}
        />
      )}
      <PodTable order={order} onOrder={setOrder}>
        {rows.map((row) => (
          <PodRow
            key={row.pod.metadata.uid ?? row.name}
            row={row}
            now={now}
            loadPending={loads === undefined && loadProblem === undefined}
          />
        ))}
      </PodTable>
    </>
  );
}

/** The pods of a model, or what stands in their place. */
export function Pods({ model }: PodsProps) {
  const t = useT();
  const watched = usePods(model);
  if (watched.problem !== undefined) {
    return (
      <ListProblem
        titles={{ forbidden: t('You cannot see the pods here'), failed: t('The pods could not be read') }}
        problem={watched.problem}
        namespace={model.namespace}
      />
    );
  }
  if (watched.loading) return <TableSkeleton text={t('Loading the pods')} />;
  return watched.pods.length === 0 ? <NoPods /> : <PodList {...watched} />;
}
