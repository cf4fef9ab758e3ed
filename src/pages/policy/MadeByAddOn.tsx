import { Alert } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useT } from '../../i18n';

interface MadeByAddOnProps {
  namespace: string;
  /** Of the HTTPScaledObject. */
  name: string;
}

/** Where the values of a model stand whose ScaledObject an add-on before 0.14 makes, and writes back. */
export function MadeByAddOn({ namespace, name }: MadeByAddOnProps) {
  const t = useT();
  return (
    <Alert isInline variant="info" title={t('The HTTPScaledObject {{name}} holds these values', { name })}>
      <p>
        {t(
          'The HTTP add-on makes the ScaledObject from it, and would write back what is changed here. There: bounds in spec.replicas, idle time in spec.scaledownPeriod, time before the first request in spec.initialCooldownPeriod.',
        )}{' '}
        <Link to={`/k8s/ns/${namespace}/http.keda.sh~v1alpha1~HTTPScaledObject/${name}/yaml`}>
          {t('Open its YAML')}
        </Link>
      </p>
    </Alert>
  );
}
