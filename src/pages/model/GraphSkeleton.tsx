import { Skeleton } from '@patternfly/react-core';
import { useT } from '../../i18n';

/** Stands where the graphs will be, about as high as they are. */
export function GraphSkeleton() {
  const t = useT();
  return <Skeleton height="700px" screenreaderText={t('Loading the graphs')} />;
}
