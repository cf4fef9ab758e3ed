import { arithmeticWords } from '../../components/arithmeticWords';
import { formatNumber } from '../../components/quantities';
import { useT } from '../../i18n';
import type { Translate } from '../../i18n';
import { autoscalerClassOf } from '../../resources/autoscalerClass';
import type { ModelLoad } from '../../resources/modelLoad';
import { replicasOf } from '../../resources/replicas';
import { isScaledByHttp } from '../../resources/scaleToZero';
import type { ServedModel } from '../../resources/servedModel';
import { thresholdOf } from '../../resources/threshold';
import { arithmeticOf } from '../../status/arithmetic';
import { readsOwnQueue } from '../../status/measuredLoad';

interface ModelSummaryProps {
  model: ServedModel;
  load: ModelLoad | undefined;
}

function ruleWords(model: ServedModel, t: Translate): string {
  const { min, max } = replicasOf(model);
  const bounds = { min: formatNumber(min), max: formatNumber(max) };
  const threshold = thresholdOf(model);
  const byKeda = autoscalerClassOf(model.inferenceService) === 'keda' || isScaledByHttp(model);
  if (threshold === undefined || !byKeda) {
    return t('Between {{min}} and {{max}} replicas.', bounds);
  }
  const facts = { ...bounds, threshold: formatNumber(threshold.value) };
  if (threshold.type === 'Value') {
    return t(
      'Adds replicas when the query gives more than {{threshold}}, between {{min}} and {{max}}.',
      facts,
    );
  }
  return readsOwnQueue(model)
    ? t(
        'Adds replicas when more than {{threshold}} requests wait per replica, between {{min}} and {{max}}.',
        facts,
      )
    : t(
        'Adds replicas when the query gives more than {{threshold}} per replica, between {{min}} and {{max}}.',
        facts,
      );
}

/** How the model scales, in a sentence, with the arithmetic of now. */
export function ModelSummary({ model, load }: ModelSummaryProps) {
  const t = useT();
  const arithmetic = model.kedaHpa === undefined ? undefined : arithmeticOf(model, load);
  return (
    <p className="llm-autoscaling__rule">
      {ruleWords(model, t)}{' '}
      {arithmetic !== undefined && (
        <strong>
          {t('Now {{arithmetic}}.', { arithmetic: arithmeticWords(arithmetic, replicasOf(model), t) })}
        </strong>
      )}
    </p>
  );
}
