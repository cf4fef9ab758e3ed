import type { Translate } from '../i18n';
import type { Hold } from '../resources/pause';
import type { MissingInput, ModelStatus } from '../status/modelStatus';
import { formatDuration, formatNumber } from './quantities';
import { isScaling, scalingReason } from './scalingReason';
import type { ScalingStatus } from './scalingReason';

type OtherStatus = Exclude<ModelStatus, ScalingStatus>;
type StatusOf<Code extends ModelStatus['code']> = Extract<ModelStatus, { code: Code }>;

/** States that need somebody. */
type Trouble = StatusOf<
  'orphanScaledObject' | 'twoAutoscalers' | 'blocked' | 'queryFails' | 'notReady' | 'degraded' | 'noData'
>;

function isTrouble(status: OtherStatus): status is Trouble {
  switch (status.code) {
    case 'orphanScaledObject':
    case 'twoAutoscalers':
    case 'blocked':
    case 'queryFails':
    case 'notReady':
    case 'degraded':
    case 'noData':
      return true;
    default:
      return false;
  }
}

function troubleReason(status: Trouble, t: Translate): string {
  switch (status.code) {
    case 'orphanScaledObject':
      return t('the ScaledObject {{scaledObject}} still scales the Deployment {{deployment}}', {
        scaledObject: status.scaledObject,
        deployment: status.deployment,
      });
    case 'twoAutoscalers':
      return t('{{names}} get in each other’s way at the Deployment {{deployment}}: none of them acts', {
        names: status.names.join(', '),
        deployment: status.deployment,
      });
    case 'blocked':
      if (status.message !== undefined) return status.message;
      return status.hpaInTheWay === undefined
        ? t('there is no ScaledObject yet')
        : t('the HPA {{name}} is in the way', { name: status.hpaInTheWay });
    case 'noData':
      return t('KEDA reads this as 0: it will not scale');
    case 'queryFails':
    case 'notReady':
    case 'degraded':
      return status.message ?? status.reason ?? t('KEDA gives no reason');
  }
}

function holdTitle({ down, up }: Hold, t: Translate): string {
  if (down && up) return t('Paused both ways');
  return down ? t('Scale-down paused') : t('Scale-up paused');
}

/** Since when and by whom; "" where nobody recorded it. */
function sinceWords({ since, by }: Pick<Hold, 'since' | 'by'>, now: number, t: Translate): string {
  if (since === undefined) return '';
  const time = formatDuration(now - since);
  return by === undefined
    ? t('{{time}} ago', { time })
    : t('{{time}} ago by {{manager}}', { time, manager: by });
}

/** Since when and by whom, and the replicas; of a pause as a whole and of one direction. */
function pausedReason(status: StatusOf<'paused' | 'held'>, now: number, t: Translate): string {
  const { replicas } = status;
  const count = replicas === undefined ? '' : t('{{count}} replicas', { count: replicas });
  return [sinceWords(status, now, t), count].filter((part) => part !== '').join('; ');
}

function missingWords({ plural, why }: MissingInput, t: Translate): string {
  if (why === 'forbidden') return t('no right to list {{plural}}', { plural });
  if (why === 'absent') return t('{{plural}} are not served here', { plural });
  return t('{{plural}} could not be read', { plural });
}

type Rest = Exclude<OtherStatus, Trouble>;

function quietReason(status: Exclude<Rest, { code: 'paused' | 'held' }>, t: Translate): string {
  switch (status.code) {
    case 'stopped':
      return t('KServe took its replicas away');
    case 'notApplicable':
      return t('KEDA does not scale models in the mode {{mode}}', { mode: status.mode });
    case 'waitingForKeda':
      return t('KEDA has not looked at it yet');
    case 'scaledToZero':
      return status.http ? t('wakes on the first request') : t('its query cannot wake it');
    case 'cpuAutoscaling':
      return t('follows CPU, not the queue');
    case 'http':
      return t('follows HTTP requests');
    case 'fixed':
      return status.replicas === undefined
        ? t('nothing scales it')
        : t('{{count}} replicas, nothing scales it', { count: status.replicas });
    case 'external':
      return t('another controller scales it');
    case 'unknown':
      return status.missing.map((missing) => missingWords(missing, t)).join('; ');
  }
}

function stateReason(status: ModelStatus, now: number, t: Translate): string | undefined {
  if (isScaling(status)) return scalingReason(status, now, t);
  if (isTrouble(status)) return troubleReason(status, t);
  return status.code === 'paused' || status.code === 'held'
    ? pausedReason(status, now, t)
    : quietReason(status, t);
}

function holdWords(hold: Hold, now: number, t: Translate): string {
  return [holdTitle(hold, t), sinceWords(hold, now, t)].filter((part) => part !== '').join(': ');
}

/**
 * One line that says why a model is in its state, that one direction is paused, where that is not the state itself, that
 * pods are refused and that the model does not load; `now` in milliseconds.
 */
export function statusReason(status: ModelStatus, now: number, t: Translate): string | undefined {
  const { hold, refusal, loadFailure } = status;
  const parts = [
    stateReason(status, now, t),
    hold && holdWords(hold, now, t),
    refusal && t('pods are refused: {{message}}', { message: refusal }),
    loadFailure && t('it does not load: {{message}}', { message: loadFailure }),
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** The heading of a state: its word, with the number of replicas where that is the point. */
export function statusTitle(word: string, status: ModelStatus, t: Translate): string {
  if (status.code === 'waitingForGpus' && !status.gpu) return t('Waiting for a node');
  if (status.code === 'held') return holdTitle(status, t);
  if (status.code === 'paused' && status.pausedAt !== undefined) {
    return t('{{state}} at {{replicas}}', { state: word, replicas: formatNumber(status.pausedAt) });
  }
  return status.code === 'holding'
    ? t('{{state}} at {{replicas}}', { state: word, replicas: formatNumber(status.replicas) })
    : word;
}
