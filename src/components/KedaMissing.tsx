import { Alert } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useT } from '../i18n';

/** Says that nothing can scale by load without KEDA, and where to get it. */
export function KedaMissing() {
  const t = useT();
  return (
    <Alert isInline variant="info" title={t('KEDA is not installed')}>
      <p>
        {t(
          'Install the Custom Metrics Autoscaler operator from the software catalog to scale models by their load.',
        )}
      </p>
      <Link to="/catalog?catalogType=operator&keyword=custom+metrics+autoscaler">
        {t('Open the software catalog')}
      </Link>
    </Alert>
  );
}
