import { RefreshSelect } from '../../../components/RefreshSelect';
import { paceOf, refreshChoices } from '../../../data/useRefresh';
import type { Refresh } from '../../../data/useRefresh';
import { useCounted } from '../../../data/useCounted';
import { agoWords } from '../../../components/agoWords';
import { useT } from '../../../i18n';

function Updated({ at }: { at: number }) {
  const t = useT();
  const words = useCounted((now) => t('Updated {{ago}}', { ago: agoWords(now - at) }));
  return <span className="llm-autoscaling__reason">{words}</span>;
}

interface FreshnessProps {
  /** When the numbers were fetched, ms; undefined before that. */
  fetchedAt: number | undefined;
  refresh: Refresh;
}

/** How old the numbers are, and how often they are fetched. */
export function Freshness({ fetchedAt, refresh }: FreshnessProps) {
  return (
    <div className="llm-autoscaling__freshness">
      {fetchedAt !== undefined && <Updated at={fetchedAt} />}
      <RefreshSelect
        value={refresh.choice}
        choices={refreshChoices}
        paces={paceOf}
        onChoose={refresh.choose}
      />
    </div>
  );
}
