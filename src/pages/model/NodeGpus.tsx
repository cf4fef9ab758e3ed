import { formatNumber } from '../../components/quantities';
import { useNodeGpus } from '../../data/useNodeGpus';
import { useT } from '../../i18n';
import { gpusOf } from '../../resources/gpus';
import type { ServedModel } from '../../resources/servedModel';

/** The GPUs of a model by what Kubernetes says, with the source: Prometheus, which draws them, cannot be asked. */
export function NodeGpus({ model }: { model: ServedModel }) {
  const t = useT();
  const { perReplica, allocated, pending } = gpusOf(model);
  const { allocatable } = useNodeGpus();
  if (perReplica === 0) return null;
  return (
    <div>
      {t('{{gpus}} GPUs allocated', { count: allocated, gpus: formatNumber(allocated) })}
      {pending > 0 && (
        <div className="llm-autoscaling__reason">
          {t('{{gpus}} pending', { gpus: formatNumber(pending) })}
        </div>
      )}
      <div className="llm-autoscaling__reason">
        {allocatable === undefined
          ? t('as Kubernetes says')
          : t('as Kubernetes says; all nodes have {{gpus}}', { gpus: formatNumber(allocatable) })}
      </div>
    </div>
  );
}
