import type { Translate } from '../i18n';
import { isScaledByHttp } from '../resources/scaleToZero';
import type { ServedModel } from '../resources/servedModel';
import type { ModelStatus } from '../status/modelStatus';
import { denialOf } from './denial';
import type { Review } from './denial';

interface SwitchFacts {
  model: ServedModel;
  status: ModelStatus;
  kedaInstalled: boolean;
  /** What the next switching needs. */
  reviews: readonly Review[];
}

/** Why the autoscaling of a model cannot be switched; undefined when it can. */
export function switchBlock(
  { model, status, kedaInstalled, reviews }: SwitchFacts,
  t: Translate,
): string | undefined {
  if (!kedaInstalled) return t('KEDA is not installed: it is what scales the models.');
  // Turning it on would give it a second ScaledObject, which KEDA refuses: whatever its state is now.
  if (isScaledByHttp(model))
    return t('HTTP requests scale this model, by a ScaledObject of its own: edit its policy instead.');
  switch (status.code) {
    case 'stopped':
      return t('The model is stopped.');
    case 'notApplicable':
      return t('KEDA does not scale models in the mode {{mode}}', { mode: status.mode });
    case 'blocked':
      return t('There is no ScaledObject that could be paused.');
    case 'unknown':
      return t('It cannot be told how this model is scaled.');
    case 'external':
    case 'http':
      return t('Another controller scales this model.');
    default:
      return denialOf(reviews, t);
  }
}
