import { agoWords } from '../../../components/agoWords';
import { useCounted } from '../../../data/useCounted';
import { useT } from '../../../i18n';

interface FreshnessProps {
  /** When the data were fetched, milliseconds since 1970. */
  fetchedAt: number;
  /** Why the graphs stand still at the moment, if they do. */
  still?: string | undefined;
}

/** How old the data are; the only part of the page that counts seconds. */
export function Freshness({ fetchedAt, still }: FreshnessProps) {
  const t = useT();
  const words = useCounted((now) => t('Updated {{ago}}', { ago: agoWords(now - fetchedAt) }));
  return (
    <span className="llm-autoscaling__age">
      {words}
      {still !== undefined && ` · ${still}`}
    </span>
  );
}
