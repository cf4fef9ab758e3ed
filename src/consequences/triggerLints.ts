import type { PolicyTrigger } from '../policy/trigger';
import type { ServedModel } from '../resources/servedModel';
import type { Consequence } from './consequence';

/** vLLM's --max-num-seqs: requests that one replica runs at a time; undefined when its arguments do not say it. */
export function slotsOf({ deployment }: ServedModel): number | undefined {
  const args = (deployment?.spec.template.spec.containers ?? []).flatMap((container) => container.args ?? []);
  const text = /--max-num-seqs[=\s]+(\d+)/.exec(args.join(' '))?.[1];
  return text === undefined ? undefined : Number(text);
}

const aggregation = /^\s*(?:sum|max|min|avg|count|scalar|vector)\s*(?:by\s*\(\s*\)\s*)?\(/;

/** Whether a query has one series a pod: a plain selector, without an aggregation around it. */
export function isUnsummed(query: string): boolean {
  return /^\s*[a-zA-Z_:][\w:]*\s*(?:\{[^{}]*\})?\s*$/.test(query) && !aggregation.test(query);
}

const runningOnly =
  /^\s*(?:sum|max|avg)\s*\(\s*(?:kserve_)?vllm:num_requests_running\s*(?:\{[^{}]*\})?\s*\)\s*$/;

function slotLints(trigger: PolicyTrigger, index: number, slots: number | undefined): Consequence[] {
  const { kind, query, threshold } = trigger;
  if (slots === undefined) return [];
  const never = runningOnly.test(query);
  if (!never && kind !== 'waitingAndRunning') return [];
  // At exactly the slots the ratio is 1: inside the HPA's tolerance, which reaches to 1.1.
  if (never ? threshold * 1.1 < slots : threshold <= slots) return [];
  return [{ code: 'aboveSlots', tone: 'warning', trigger: index, threshold, slots, never }];
}

function oneTrigger(trigger: PolicyTrigger, index: number, slots: number | undefined): Consequence[] {
  const { kind, query, threshold, serverAddress } = trigger;
  const lints = slotLints(trigger, index, slots);
  if (kind === 'kvCache' && threshold * 1.1 >= 1) {
    lints.push({ code: 'cacheNeverFull', tone: 'warning', trigger: index, threshold });
  }
  if (isUnsummed(query)) lints.push({ code: 'unsummed', tone: 'warning', trigger: index });
  if (/thanos-querier[^/]*:9091\/?$/.test(serverAddress.trim())) {
    lints.push({ code: 'clusterWidePort', tone: 'info', trigger: index });
  }
  return lints;
}

/** What a look at the triggers tells of traps that the server accepts. */
export function triggerLints(model: ServedModel, triggers: readonly PolicyTrigger[]): Consequence[] {
  const slots = slotsOf(model);
  const queueOnly = triggers.length > 0 && triggers.every(({ kind }) => kind === 'waiting');
  return [
    ...(queueOnly ? [{ code: 'queueOnly', tone: 'warning' } as const] : []),
    ...triggers.flatMap((trigger, index) => oneTrigger(trigger, index, slots)),
  ];
}
