import { Skeleton } from '@patternfly/react-core';
import { formatNumber, formatShare } from '../../../components/quantities';
import { useT } from '../../../i18n';

interface PodNumberProps {
  /** Undefined when there is no series for the pod. */
  value: number | undefined;
  /** The numbers are still on their way. */
  pending: boolean;
  /** A share of 1, drawn as a bar too. */
  share?: boolean;
}

/** A number that the engine of a pod measures. On its way, not measured and zero are three different things. */
export function PodNumber({ value, pending, share = false }: PodNumberProps) {
  const t = useT();
  if (pending) return <Skeleton width="2rem" screenreaderText={t('Loading')} />;
  if (value === undefined) {
    return (
      <span className="llm-autoscaling__reason">
        <span aria-hidden>–</span>
        <span className="llm-autoscaling__unseen">{t('no data')}</span>
      </span>
    );
  }
  return (
    <>
      <span className="llm-autoscaling__pod-number">{share ? formatShare(value) : formatNumber(value)}</span>
      {share && (
        <div className="llm-autoscaling__pod-share" aria-hidden>
          <div
            className="llm-autoscaling__pod-share-used"
            style={{ inlineSize: `${String(Math.min(100, Math.max(0, value * 100)))}%` }}
          />
        </div>
      )}
    </>
  );
}
