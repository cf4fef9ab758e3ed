import { denialOf } from '../../../components/denial';
import { ExplainedButton } from '../../../components/ExplainedButton';
import { useRight } from '../../../data/useRight';
import { useT } from '../../../i18n';
import { jobKind } from '../../../resources/kinds';
import { useLoadTestUrl } from './useLoadTestUrl';

/** The button that opens the dialog; says which right is missing. */
export function RunLoadTest({ namespace, stopped }: { namespace: string; stopped: boolean }) {
  const t = useT();
  const { ask } = useLoadTestUrl();
  const denial = denialOf([useRight('create', jobKind, namespace)], t);
  return (
    <ExplainedButton
      variant="secondary"
      label={t('Run load test')}
      reason={stopped ? t('The model is stopped.') : denial}
      onClick={ask}
    />
  );
}
