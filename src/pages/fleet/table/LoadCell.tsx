import { Skeleton } from '@patternfly/react-core';
import { formatNumber } from '../../../components/quantities';
import type { Translate } from '../../../i18n';
import type { ModelLoad } from '../../../resources/modelLoad';
import { thresholdOf } from '../../../resources/threshold';
import { LoadHistory } from '../history/LoadHistory';
import type { FleetRow } from '../rows/fleetRow';
import { thresholdWords } from './modeWords';

interface LoadCellProps {
  row: FleetRow;
  /** The numbers are still on their way. */
  pending: boolean;
  t: Translate;
}

function LoadWords({ load, row, t }: { load: ModelLoad; row: FleetRow; t: Translate }) {
  const { waiting, running } = load;
  const threshold = thresholdOf(row.model);
  if (waiting === undefined && running === undefined) {
    return <span className="llm-autoscaling__reason">{t('no data')}</span>;
  }
  return (
    <div className="llm-autoscaling__load-words">
      <div>
        {waiting === undefined
          ? t('no data')
          : t('{{requests}} waiting', { requests: formatNumber(waiting) })}
      </div>
      {threshold !== undefined && (
        <div className="llm-autoscaling__reason">{thresholdWords(threshold, t)}</div>
      )}
      {running !== undefined && (
        <div className="llm-autoscaling__reason">
          {t('{{requests}} running', { requests: formatNumber(running) })}
        </div>
      )}
    </div>
  );
}

/** The load of now beside that of the last half hour. Not fetched, no series and zero are three different things. */
export function LoadCell({ row, pending, t }: LoadCellProps) {
  const { load, history } = row;
  if (load === undefined) {
    return pending ? (
      <Skeleton width="80%" height="2.5rem" screenreaderText={t('Loading')} />
    ) : (
      <span className="llm-autoscaling__reason">{t('not known')}</span>
    );
  }
  return (
    <div className="llm-autoscaling__load">
      <div className="llm-autoscaling__spark">
        {history !== undefined && <LoadHistory row={row} history={history} />}
      </div>
      <LoadWords load={load} row={row} t={t} />
    </div>
  );
}
