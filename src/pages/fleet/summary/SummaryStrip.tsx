import { Suspense, memo } from 'react';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../components/quantities';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';
import { standouts } from '../filters/standouts';
import type { Standout } from '../filters/standouts';
import { NodeGpus } from '../lazyViews';
import type { FleetSummary } from './fleetSummary';
import './summary.css';

/** What each part of the strip counts. */
export function standoutLabel(standout: Standout, t: Translate): string {
  const labels: Record<Standout, string> = {
    autoscaled: t('Autoscaled'),
    waiting: t('Requests waiting'),
    gpus: t('GPUs allocated'),
    atMaximum: t('At maximum'),
    attention: t('Need attention'),
  };
  return labels[standout];
}

/** GPUs allocated, of those that can be, where that is known. */
export function gpuWords(allocated: number, allocatable: number | undefined, t: Translate): string {
  return allocatable === undefined
    ? formatNumber(allocated)
    : t('{{part}} of {{whole}}', { part: formatNumber(allocated), whole: formatNumber(allocatable) });
}

const notKnown = '–';

interface SummaryStripProps {
  /** Undefined while the models are on their way. */
  summary: FleetSummary | undefined;
  /** GPUs of all nodes, where they can be seen. */
  allocatable: number | undefined;
  /** Prometheus cannot be asked. */
  away: boolean;
  pressed: readonly Standout[];
  onToggle: (standout: Standout) => void;
}

type Numbers = Pick<SummaryStripProps, 'allocatable' | 'away'> & { summary: FleetSummary };

function valueOf(standout: Standout, { summary, allocatable, away }: Numbers, t: Translate): ReactNode {
  switch (standout) {
    case 'autoscaled':
      return t('{{part}} of {{whole}}', {
        part: formatNumber(summary.autoscaled),
        whole: formatNumber(summary.models),
      });
    case 'waiting':
      if (!summary.fetched) return notKnown;
      return summary.waiting === undefined ? t('no data') : formatNumber(summary.waiting);
    case 'gpus':
      return away && allocatable === undefined ? (
        <Suspense fallback={formatNumber(summary.gpusAllocated)}>
          <NodeGpus allocated={summary.gpusAllocated} />
        </Suspense>
      ) : (
        gpuWords(summary.gpusAllocated, allocatable, t)
      );
    case 'atMaximum':
      return formatNumber(summary.atMaximum);
    case 'attention':
      return formatNumber(summary.attention);
  }
}

/** All models in five numbers; each shows only the models behind it when it is pressed. */
export const SummaryStrip = memo(function SummaryStrip(props: SummaryStripProps) {
  const { summary, allocatable, away, pressed, onToggle } = props;
  const t = useT();
  return (
    <div role="group" aria-label={t('Summary, each number is a filter')} className="llm-autoscaling__tiles">
      {standouts.map((standout) => (
        <button
          key={standout}
          type="button"
          className="llm-autoscaling__tile"
          aria-pressed={pressed.includes(standout)}
          disabled={summary === undefined}
          onClick={() => {
            onToggle(standout);
          }}
        >
          <span className="llm-autoscaling__tile-label">{standoutLabel(standout, t)}</span>
          <span className="llm-autoscaling__tile-value">
            {summary === undefined ? notKnown : valueOf(standout, { summary, allocatable, away }, t)}
          </span>
        </button>
      ))}
    </div>
  );
});
