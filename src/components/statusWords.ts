import type { Translate } from '../i18n';
import type { StatusCode } from '../status/modelStatus';

/** The word for each state. Only the asked one is looked up: a page of the fleet asks for fifty of them. */
export function statusWord(code: StatusCode, t: Translate): string {
  const words: Record<StatusCode, () => string> = {
    stopped: () => t('Stopped'),
    notApplicable: () => t('Not applicable'),
    orphanScaledObject: () => t('Orphan ScaledObject'),
    twoAutoscalers: () => t('Two autoscalers'),
    blocked: () => t('Blocked'),
    paused: () => t('Paused'),
    held: () => t('Partly paused'),
    queryFails: () => t('Query fails'),
    notReady: () => t('Not ready'),
    degraded: () => t('Degraded'),
    waitingForKeda: () => t('Waiting for KEDA'),
    scaledToZero: () => t('Scaled to zero'),
    noData: () => t('No data from the query'),
    atMaximum: () => t('At maximum'),
    waitingForGpus: () => t('Waiting for GPUs'),
    scalingUp: () => t('Scaling up'),
    scalingDown: () => t('Scaling down'),
    holding: () => t('Holding'),
    loading: () => t('Loading'),
    atRest: () => t('At rest'),
    idle: () => t('Idle'),
    steady: () => t('Steady'),
    loadUnknown: () => t('Load unknown'),
    cpuAutoscaling: () => t('CPU autoscaling'),
    http: () => t('HTTP autoscaling'),
    fixed: () => t('Fixed'),
    external: () => t('External'),
    unknown: () => t('Unknown'),
  };
  return words[code]();
}
