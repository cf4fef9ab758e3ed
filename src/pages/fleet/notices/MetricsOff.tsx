import { Alert } from '@patternfly/react-core';
import { formatNumber } from '../../../components/quantities';
import { useT } from '../../../i18n';

/** Says that models serve although none of them is measured: nobody scrapes them. */
export function MetricsOff({ serving }: { serving: number }) {
  const t = useT();
  return (
    <Alert isInline variant="warning" title={t('No model sends numbers')}>
      <p>
        {t(
          '{{number}} models serve, but Prometheus has no numbers of any engine, so nothing can scale by load.',
          {
            count: serving,
            number: formatNumber(serving),
          },
        )}
      </p>
      <p>
        {t(
          'Monitoring for user-defined projects may be off. An administrator turns it on with enableUserWorkload: true in the ConfigMap cluster-monitoring-config of the project openshift-monitoring.',
        )}
      </p>
    </Alert>
  );
}
