import { useNodeGpus } from '../../../data/useNodeGpus';
import { useT } from '../../../i18n';
import { gpuWords } from './SummaryStrip';

/** GPUs by what Kubernetes says, with the source: Prometheus cannot be asked. */
export function NodeGpus({ allocated }: { allocated: number }) {
  const t = useT();
  const { allocatable } = useNodeGpus();
  return (
    <>
      {gpuWords(allocated, allocatable, t)}
      {allocatable !== undefined && (
        <span className="llm-autoscaling__tile-label">{t('as the nodes say')}</span>
      )}
    </>
  );
}
