import { memo } from 'react';
import type { Translate } from '../i18n';
import type { Replicas } from '../resources/replicas';
import './components.css';
import { formatNumber } from './quantities';

interface ReplicaCountProps {
  replicas: Replicas;
  t: Translate;
}

function percent(part: number, whole: number): string {
  return `${String(Math.min(100, whole === 0 ? 0 : (part / whole) * 100))}%`;
}

/** Ready of desired replicas in their bounds, in words and as a bar: filled is ready, outlined is not ready yet. */
export const ReplicaCount = memo(function ReplicaCount({ replicas, t }: ReplicaCountProps) {
  const { ready, desired, min, max } = replicas;
  const bounds = t('between {{min}} and {{max}}', { min: formatNumber(min), max: formatNumber(max) });
  if (ready === undefined || desired === undefined) {
    return <span className="llm-autoscaling__reason">{bounds}</span>;
  }
  const whole = Math.max(max, desired, ready);
  return (
    <div>
      {t('{{ready}} of {{desired}}', { ready: formatNumber(ready), desired: formatNumber(desired) })}
      <div className="llm-autoscaling__replica-bar" aria-hidden>
        <div className="llm-autoscaling__replicas-desired" style={{ inlineSize: percent(desired, whole) }} />
        <div className="llm-autoscaling__replicas-ready" style={{ inlineSize: percent(ready, whole) }} />
        <div className="llm-autoscaling__replica-bound" style={{ insetInlineStart: percent(min, whole) }} />
        <div className="llm-autoscaling__replica-bound" style={{ insetInlineStart: percent(max, whole) }} />
      </div>
      <div className="llm-autoscaling__reason">{bounds}</div>
    </div>
  );
});
