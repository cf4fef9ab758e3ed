import { Alert } from '@patternfly/react-core';
import { useT } from '../i18n';
import { keptMetricsWords, replacedMetricsWords } from './metricWords';

/** What turning KEDA on does to the model. */
export interface RestartWarningProps {
  /** Replicas that run now. */
  replicas: number;
  /** GPUs of the pods that the rolling update starts beside the old ones. */
  surgeGpus: number;
  /** KServe's own HPA that will be removed; undefined when there is none. */
  hpa: string | undefined;
  /** What the model's autoscaling counts beside Prometheus, and what becomes of that. */
  others: { become: 'kept' | 'replaced'; metrics: readonly string[] } | undefined;
}

function Restart({ replicas, surgeGpus }: Omit<RestartWarningProps, 'hpa' | 'others'>) {
  const t = useT();
  return (
    <Alert isInline variant="warning" title={t('All pods of the model restart')}>
      <p>
        {t('{{count}} replicas are replaced one after another; each loads the model again.', {
          count: replicas,
        })}
      </p>
      {surgeGpus > 0 && (
        <p>
          {t(
            'This needs {{count}} more free GPUs while it goes on. Without them the new pods wait and the old ones keep serving.',
            { count: surgeGpus },
          )}
        </p>
      )}
    </Alert>
  );
}

/**
 * Says that turning KEDA on restarts the pods: KServe copies the annotation of the class into the pod template, and
 * the rolling update needs room for the pods that it starts first (KServe deployment_reconciler.go: maxSurge 25 %).
 */
export function RestartWarning({ replicas, surgeGpus, hpa, others }: RestartWarningProps) {
  const t = useT();
  return (
    <>
      {replicas === 0 ? (
        <p>{t('No replica runs now: nothing restarts.')}</p>
      ) : (
        <Restart replicas={replicas} surgeGpus={surgeGpus} />
      )}
      <p className="llm-autoscaling__explanation">
        {hpa === undefined
          ? t('KEDA then scales the model by the requests that wait.')
          : t(
              'KEDA then scales the model by the requests that wait. The HPA {{hpa}}, which follows CPU, is removed.',
              { hpa },
            )}
      </p>
      {others !== undefined && (
        <p className="llm-autoscaling__explanation">
          {(others.become === 'kept' ? keptMetricsWords : replacedMetricsWords)(others.metrics, t)}
        </p>
      )}
    </>
  );
}
