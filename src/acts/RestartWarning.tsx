import { Alert } from '@patternfly/react-core';
import { useT } from '../i18n';
import { otherMetricsWhenEnabled } from '../policy/otherMetrics';
import { gpusOf } from '../resources/gpus';
import { ownHpaOf } from '../resources/ownHpa';
import { replicasOf } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';
import { surgeOf } from '../resources/surge';
import { keptMetricsWords, replacedMetricsWords } from './metricWords';

function Restart({ model }: { model: ServedModel }) {
  const t = useT();
  const { deployment } = model;
  const replicas = replicasOf(model).current ?? 0;
  if (replicas === 0) return <p>{t('No replica runs now: nothing restarts.')}</p>;
  const surgeGpus = deployment === undefined ? 0 : gpusOf(model).perReplica * surgeOf(deployment);
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
 * the rolling update needs room for the pods that it starts first (KServe deployment_reconciler.go: maxSurge 25 %); and
 * what becomes of the HPA and of what it counts.
 */
export function RestartWarning({ model }: { model: ServedModel }) {
  const t = useT();
  const hpa = ownHpaOf(model)?.metadata.name;
  const others = otherMetricsWhenEnabled(model.inferenceService);
  return (
    <>
      <Restart model={model} />
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
