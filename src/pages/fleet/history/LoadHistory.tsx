import { formatNumber } from '../../../components/quantities';
import { Sparkline } from '../../../graphs/Sparkline';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';
import { thresholdOf } from '../../../resources/threshold';
import { gaugesOf } from '../../../status/measuredLoad';
import type { FleetRow, History } from '../rows/fleetRow';

/** The waiting requests above which the replicas of now become more; undefined when something else decides. */
export function capacityOf({ model, replicas }: FleetRow): number | undefined {
  const threshold = thresholdOf(model);
  if (threshold === undefined || gaugesOf(model).join() !== 'waiting') return undefined;
  return threshold.type === 'Value' ? threshold.value : threshold.value * (replicas.current ?? 0);
}

function historyWords(history: History, capacity: number | undefined, t: Translate): string {
  const measured = history.filter((value) => value !== null);
  const most = formatNumber(Math.max(0, ...measured));
  return capacity === undefined
    ? t('Waiting in the last 30 minutes: at most {{most}}', { most })
    : t('Waiting in the last 30 minutes: at most {{most}}; more than {{capacity}} add a replica', {
        most,
        capacity: formatNumber(capacity),
      });
}

/** The waiting requests of the last half hour under the threshold. */
export function LoadHistory({ row, history }: { row: FleetRow; history: History }) {
  const t = useT();
  const capacity = capacityOf(row);
  return <Sparkline values={history} threshold={capacity} label={historyWords(history, capacity, t)} />;
}
