import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { CubesIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';
import { useT } from '../i18n';

interface EmptyFleetProps {
  /** The project, undefined for all of them. */
  namespace: string | undefined;
}

/** Says what would be here. */
export function EmptyFleet({ namespace }: EmptyFleetProps) {
  const t = useT();
  const place = namespace === undefined ? 'all-namespaces' : `ns/${namespace}`;
  return (
    <EmptyState titleText={t('No models')} headingLevel="h2" icon={CubesIcon}>
      <EmptyStateBody>
        <p>
          {namespace === undefined
            ? t('Each InferenceService of the cluster is listed here with its load and its replicas.')
            : t(
                'Each InferenceService of the project {{namespace}} is listed here with its load and its replicas.',
                { namespace },
              )}
        </p>
        <p>{t('Deploy a model with KServe, and it appears here by itself.')}</p>
        <Link to={`/k8s/${place}/serving.kserve.io~v1beta1~InferenceService`}>
          {t('Open InferenceServices')}
        </Link>
      </EmptyStateBody>
    </EmptyState>
  );
}
