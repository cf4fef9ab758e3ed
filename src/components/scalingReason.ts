import type { Translate } from '../i18n';
import type { ModelStatus } from '../status/modelStatus';
import { arithmeticWords } from './arithmeticWords';
import { formatDuration, formatNumber } from './quantities';

type StatusOf<Code extends ModelStatus['code']> = Extract<ModelStatus, { code: Code }>;

/** States in which the autoscaler works. */
export type ScalingStatus = StatusOf<
  | 'scalingUp'
  | 'scalingDown'
  | 'holding'
  | 'atRest'
  | 'idle'
  | 'steady'
  | 'loadUnknown'
  | 'atMaximum'
  | 'loading'
  | 'waitingForGpus'
>;

/** Whether the autoscaler works in this state. */
export function isScaling(status: ModelStatus): status is ScalingStatus {
  switch (status.code) {
    case 'scalingUp':
    case 'scalingDown':
    case 'holding':
    case 'atRest':
    case 'idle':
    case 'steady':
    case 'loadUnknown':
    case 'atMaximum':
    case 'loading':
    case 'waitingForGpus':
      return true;
    default:
      return false;
  }
}

function holdingReason(status: StatusOf<'holding'>, now: number, t: Translate): string {
  const { to, until, scaleDownDisabled } = status;
  if (scaleDownDisabled) return t('scaling down is switched off');
  if (to === undefined) return t('waits for the scale-down window');
  const replicas = formatNumber(to);
  if (until === undefined) return t('scales to {{replicas}} when the scale-down window ends', { replicas });
  if (until <= now) return t('scales to {{replicas}} at the next decision', { replicas });
  return t('scales to {{replicas}} in {{time}}', { replicas, time: formatDuration(until - now) });
}

function maximumReason(status: StatusOf<'atMaximum'>, t: Translate): string {
  const limit = formatNumber(status.max);
  const waiting = status.waiting ?? 0;
  const wish =
    status.wants === undefined
      ? t('wants more than {{limit}}', { limit })
      : t('wants {{wants}}, limited to {{limit}}', { wants: formatNumber(status.wants), limit });
  return [
    wish,
    ...(waiting === 0
      ? []
      : [t('{{number}} requests wait', { count: waiting, number: formatNumber(waiting) })]),
    ...(status.pendingPods === 0 ? [] : [t('{{count}} replicas are pending', { count: status.pendingPods })]),
  ].join('; ');
}

function downReason({ from, to }: StatusOf<'scalingDown'>, t: Translate): string {
  return from === undefined
    ? t('load fell: to {{to}} replicas', { to })
    : t('load fell: {{from}} to {{to}} replicas', { from, to });
}

function waitingReason({ pods, message }: StatusOf<'waitingForGpus'>, t: Translate): string {
  const pending = t('{{count}} replicas are pending', { count: pods });
  return message === undefined ? pending : `${pending}: ${message}`;
}

function unknownReason({ waiting }: StatusOf<'loadUnknown'>, t: Translate): string {
  return waiting === undefined
    ? t('it is not known what its query gives')
    : t('KEDA reads 0 while {{number}} requests wait', { count: waiting, number: formatNumber(waiting) });
}

function loadingReason({ replicas, since }: StatusOf<'loading'>, now: number, t: Translate): string {
  const loading = t('{{count}} replicas load the model', { count: replicas });
  return since === undefined
    ? loading
    : t('{{loading}}, for {{time}} so far', { loading, time: formatDuration(now - since) });
}

/** The reason line of a state in which the autoscaler works; `now` in milliseconds. */
export function scalingReason(status: ScalingStatus, now: number, t: Translate): string | undefined {
  switch (status.code) {
    case 'scalingUp':
    case 'steady':
      return status.arithmetic && arithmeticWords(status.arithmetic, status, t);
    case 'scalingDown':
      return downReason(status, t);
    case 'holding':
      return holdingReason(status, now, t);
    case 'idle':
      return t('nothing waits; at the minimum of {{min}}', { min: formatNumber(status.min) });
    case 'atRest':
      return t('KEDA reads 0: its query gives 0, or no series');
    case 'loadUnknown':
      return unknownReason(status, t);
    case 'atMaximum':
      return maximumReason(status, t);
    case 'loading':
      return loadingReason(status, now, t);
    case 'waitingForGpus':
      return waitingReason(status, t);
  }
}
