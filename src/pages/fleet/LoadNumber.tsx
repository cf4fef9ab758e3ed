import { Skeleton } from '@patternfly/react-core';
import { formatNumber } from '../../components/quantities';
import { useT } from '../../i18n';
import type { ModelLoad } from '../../resources/modelLoad';

interface LoadNumberProps {
  load: ModelLoad | undefined;
  name: 'waiting' | 'running';
  /** The numbers are still on their way. */
  pending: boolean;
}

/** How many requests wait or run. Not fetched, no series and zero are three different things. */
export function LoadNumber({ load, name, pending }: LoadNumberProps) {
  const t = useT();
  if (load === undefined) {
    return pending ? <Skeleton width="3rem" screenreaderText={t('Loading')} /> : <>{t('not known')}</>;
  }
  const value = load[name];
  return value === undefined ? (
    <span className="llm-autoscaling__reason">{t('no data')}</span>
  ) : (
    <span className="llm-autoscaling__number">{formatNumber(value)}</span>
  );
}
