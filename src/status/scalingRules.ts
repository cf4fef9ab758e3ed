import { findCondition } from '../resources/conditions';
import { isGpuResource } from '../resources/gpus';
import { known } from '../resources/known';
import type { Condition } from '../resources/object';
import type { Pod } from '../resources/pod';
import { timeOf } from '../resources/time';
import { aboveMaximum } from './aboveMaximum';
import { noData } from './dataRules';
import { decidingArithmetic } from './decidingArithmetic';
import { held } from './holdRule';
import { holding } from './holdingRule';
import { loading, scalingDown, scalingUp } from './movementRules';
import { scalingOf } from './scalingFacts';
import { isStabilized } from './stabilized';
import type { Rule, StatusInput } from './statusInput';

/** The lists that the rules below cannot do without. */
const needed: readonly string[] = ['horizontalpodautoscalers', 'deployments'];

const listsNotRead: Rule = ({ model, missing }) => {
  const lists = missing.filter(({ plural }) => needed.includes(plural));
  return model.scaledObject !== undefined && lists.length > 0
    ? { code: 'unknown', missing: lists }
    : undefined;
};

const scaledToZero: Rule = ({ model: { scaledObject }, replicas }) =>
  replicas.spec === 0
    ? {
        code: 'scaledToZero',
        http: scaledObject?.spec.triggers.some(({ type }) => type === 'external-push') ?? false,
      }
    : undefined;

/** The HPA says so, and not only because its scale-down window has not passed. */
function saysMaximum(input: StatusInput): boolean {
  const limited = findCondition(input.model.kedaHpa?.status?.conditions, 'ScalingLimited');
  // Without spec.behavior the condition stays for a whole window after the load fell.
  return limited?.status === 'True' && limited.reason === 'TooManyReplicas' && !isStabilized(input);
}

/** The HPA will say so at its next sync, since the load of now asks for more than the maximum that runs. */
function asksForMore(input: StatusInput): boolean {
  const { spec, max } = input.replicas;
  const arithmetic = decidingArithmetic(input);
  const measured = arithmetic?.source === 'prometheus' && arithmetic.limitedTo === 'max';
  return measured && spec !== undefined && spec >= max;
}

const atMaximum: Rule = (input) => {
  const { model, load, replicas } = input;
  if (!saysMaximum(input) && !asksForMore(input)) return undefined;
  const wants = decidingArithmetic(input)?.wants;
  if ((wants ?? Infinity) <= replicas.max) return undefined;
  return known({
    code: 'atMaximum' as const,
    wants,
    waiting: load?.waiting,
    ready: replicas.ready ?? 0,
    pendingPods: model.pendingPods.length,
    ...scalingOf(input),
  });
};

const waitingForGpus: Rule = ({ model: { pendingPods } }) => {
  const refused = pendingPods.filter((pod) => schedulerRefusal(pod) !== undefined);
  const message = refused.map(schedulerRefusal).find((condition) => condition?.message)?.message;
  if (refused.length === 0) return undefined;
  const since = refused
    .map((pod) => timeOf(pod.metadata.creationTimestamp))
    .filter((time) => time !== undefined);
  return known({
    code: 'waitingForGpus' as const,
    pods: refused.length,
    gpu: namesGpu(message ?? ''),
    message,
    since: since.length === 0 ? undefined : Math.min(...since),
  });
};

function schedulerRefusal({ status }: Pod): Condition | undefined {
  const scheduled = findCondition(status?.conditions, 'PodScheduled');
  return scheduled?.status === 'False' ? scheduled : undefined;
}

/** The scheduler writes "0/3 nodes are available: 3 Insufficient nvidia.com/gpu." */
function namesGpu(message: string): boolean {
  return message.split(/[\s,;]+/).some((word) => isGpuResource(word.replace(/\.$/, '')));
}

/** What happens to the replicas. */
export const scalingRules: readonly Rule[] = [
  listsNotRead,
  scaledToZero,
  noData,
  aboveMaximum,
  atMaximum,
  waitingForGpus,
  scalingUp,
  scalingDown,
  held,
  holding,
  loading,
];
