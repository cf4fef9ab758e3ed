import type { ModelStatus, StatusCode } from './modelStatus';

/** The states, the one to look at first first. */
export const bySeverity: readonly StatusCode[] = [
  'twoAutoscalers',
  'orphanScaledObject',
  'blocked',
  'queryFails',
  'notReady',
  'noData',
  'waitingForGpus',
  'atMaximum',
  'degraded',
  'waitingForKeda',
  'scalingUp',
  'loading',
  'scalingDown',
  'unknown',
  'loadUnknown',
  'paused',
  'held',
  'holding',
  'scaledToZero',
  'atRest',
  'idle',
  'http',
  'cpuAutoscaling',
  'external',
  'fixed',
  'stopped',
  'notApplicable',
  'steady',
];

const places: ReadonlyMap<StatusCode, number> = new Map(bySeverity.map((code, place) => [code, place]));

/** Place of a state in the order of attention: 0 comes first. What makes any state a trouble counts as that trouble. */
export function severityOf({
  code,
  loadFailure,
  refusal,
}: Pick<ModelStatus, 'code' | 'loadFailure' | 'refusal'>): number {
  const codes = [
    code,
    ...(loadFailure === undefined ? [] : (['notReady'] as const)),
    ...(refusal === undefined ? [] : (['waitingForGpus'] as const)),
  ];
  return Math.min(...codes.map((each) => places.get(each) ?? bySeverity.length));
}
