import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { CubesIcon } from '@patternfly/react-icons';
import { useT } from '../i18n';

interface EmptyFleetProps {
  /** The project, undefined for all of them. */
  namespace: string | undefined;
}

/** Says what would be here. */
export function EmptyFleet({ namespace }: EmptyFleetProps) {
  const t = useT();
  return (
    <EmptyState titleText={t('No models')} headingLevel="h2" icon={CubesIcon}>
      <EmptyStateBody>
        {namespace === undefined
          ? t('Each InferenceService of the cluster is listed here with its load and its replicas.')
          : t(
              'Each InferenceService of the project {{namespace}} is listed here with its load and its replicas.',
              {
                namespace,
              },
            )}
      </EmptyStateBody>
    </EmptyState>
  );
}
