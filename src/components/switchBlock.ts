import type { Translate } from '../i18n';
import { foreignScalerOf } from '../resources/foreignScaler';
import type { ServedModel } from '../resources/servedModel';
import type { ModelStatus } from '../status/modelStatus';
import { denialOf } from './denial';
import type { Review } from './denial';

interface SwitchFacts {
  model: ServedModel;
  status: ModelStatus;
  kedaInstalled: boolean;
  /** It would be handed to KEDA, and not paused or resumed. */
  turnsOn: boolean;
  /** What the next switching needs. */
  reviews: readonly Review[];
}

/** Why the autoscaling of a model cannot be switched; undefined when it can. */
export function switchBlock(
  { model, status, kedaInstalled, turnsOn, reviews }: SwitchFacts,
  t: Translate,
): string | undefined {
  if (!kedaInstalled) return t('KEDA is not installed: it is what scales the models.');
  switch (status.code) {
    case 'stopped':
      return t('The model is stopped.');
    case 'notApplicable':
      return t('KEDA does not scale models in the mode {{mode}}', { mode: status.mode });
    case 'blocked':
      return t('There is no ScaledObject that could be paused.');
    case 'unknown':
      return t('It cannot be told how this model is scaled.');
    default:
      return (turnsOn ? turnOnBlock(model, status, t) : undefined) ?? denialOf(reviews, t);
  }
}

/** Why KEDA's own scaling would get in another autoscaler's way; undefined when it would not. */
function turnOnBlock(model: ServedModel, status: ModelStatus, t: Translate): string | undefined {
  return (
    foreignScalerWords(model, t) ??
    (status.code === 'external' ? t('Another controller scales this model.') : undefined)
  );
}

/**
 * Who else scales the model, and what to do about it; undefined when nobody does. Turning it on would restart all pods,
 * and then KEDA would refuse to scale them.
 */
export function foreignScalerWords(model: ServedModel, t: Translate): string | undefined {
  const foreign = foreignScalerOf(model);
  return (
    foreign &&
    t(
      'The {{kind}} {{name}} scales this model and is not KServe’s own: KEDA refuses another one beside it.',
      {
        ...foreign,
      },
    )
  );
}
