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
import { measureOf } from '../../status/measuredLoad';

interface ModelSummaryProps {
  model: ServedModel;
  load: ModelLoad | undefined;
}

/** Bounds say nothing of a model of class none that nothing scales: KServe keeps it at its minimum. */
function boundsWords(model: ServedModel, t: Translate): string {
  const { min, max } = replicasOf(model);
  const unscaled = model.scaledObject === undefined && model.kserveHpa === undefined;
  if (unscaled && autoscalerClassOf(model.inferenceService) === 'none') {
    return `${t('{{count}} replicas, nothing scales it', { count: min })}.`;
  }
  return t('Between {{min}} and {{max}} replicas.', { min: formatNumber(min), max: formatNumber(max) });
}

/** When replicas are added, and between which bounds. */
export function ruleWords(model: ServedModel, t: Translate): string {
  const { min, max } = replicasOf(model);
  const threshold = thresholdOf(model);
  const byKeda = autoscalerClassOf(model.inferenceService) === 'keda' || isScaledByHttp(model);
  if (threshold === undefined || !byKeda) {
    return boundsWords(model, t);
  }
  const facts = { min: formatNumber(min), max: formatNumber(max), threshold: formatNumber(threshold.value) };
  if (threshold.type === 'Value') {
    return t(
      'Adds replicas when the query gives more than {{threshold}}, between {{min}} and {{max}}.',
      facts,
    );
  }
  switch (measureOf(model)) {
    case 'waiting':
      return t(
        'Adds replicas when more than {{threshold}} requests wait per replica, between {{min}} and {{max}}.',
        facts,
      );
    case 'running':
      return t(
        'Adds replicas when more than {{threshold}} requests run per replica, between {{min}} and {{max}}.',
        facts,
      );
    case 'waitingAndRunning':
      return t(
        'Adds replicas when more than {{threshold}} requests wait or run per replica, between {{min}} and {{max}}.',
        facts,
      );
    case 'query':
      return t(
        'Adds replicas when the query gives more than {{threshold}} per replica, between {{min}} and {{max}}.',
        facts,
      );
  }
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
