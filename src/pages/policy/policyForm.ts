import type { AutoscalingPolicy } from '../../policy/autoscalingPolicy';
import { ownQuery } from '../../policy/ownQuery';
import { ownTrigger, type PolicyTrigger, type TriggerKind } from '../../policy/trigger';
import { known } from '../../resources/known';

/** What is typed of one trigger; `id` keeps its fields apart from others while rows come and go. */
export interface TriggerText {
  id: number;
  /** Its threshold is the typed one. */
  trigger: PolicyTrigger;
  threshold: string;
  /** A person typed the threshold: it stays when something else is counted. */
  typed?: true;
}

/** What is typed, not yet read as numbers. An empty window is one that is not set. */
export interface PolicyForm {
  minReplicas: string;
  maxReplicas: string;
  scaleUpWindow: string;
  scaleDownWindow: string;
  triggers: readonly TriggerText[];
}

/** The parts of a form that somebody else's edit can collide with. */
export type FormPart = keyof PolicyForm;

const parts: readonly FormPart[] = [
  'minReplicas',
  'maxReplicas',
  'scaleUpWindow',
  'scaleDownWindow',
  'triggers',
];

const text = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : value.toString();

/** The form that shows a policy. */
export function formOf(policy: AutoscalingPolicy): PolicyForm {
  return {
    minReplicas: text(policy.minReplicas),
    maxReplicas: text(policy.maxReplicas),
    scaleUpWindow: text(policy.scaleUpWindowSeconds),
    scaleDownWindow: text(policy.scaleDownWindowSeconds),
    triggers: policy.triggers.map((trigger, id) => ({ id, trigger, threshold: text(trigger.threshold) })),
  };
}

const number = (typed: string): number => (typed.trim() === '' ? NaN : Number(typed));
const window = (typed: string): number | undefined => (typed.trim() === '' ? undefined : Number(typed));

/** The policy that is typed; what is no number becomes NaN. */
export function policyOf(form: PolicyForm): AutoscalingPolicy {
  return known({
    mode: 'keda' as const,
    minReplicas: number(form.minReplicas),
    maxReplicas: number(form.maxReplicas),
    triggers: form.triggers.map(({ trigger, threshold }) => ({ ...trigger, threshold: number(threshold) })),
    scaleUpWindowSeconds: window(form.scaleUpWindow),
    scaleDownWindowSeconds: window(form.scaleDownWindow),
  });
}

function same(a: PolicyForm, b: PolicyForm, part: FormPart): boolean {
  if (part !== 'triggers') return a[part].trim() === b[part].trim();
  const plain = ({ triggers }: PolicyForm): string =>
    JSON.stringify(triggers.map(({ trigger, threshold }) => [policyTriggerText(trigger), threshold.trim()]));
  return plain(a) === plain(b);
}

function policyTriggerText({
  query,
  serverAddress,
  namespace,
  authentication,
}: TriggerText['trigger']): unknown[] {
  return [query, serverAddress, namespace, authentication?.modes, authentication?.name];
}

/** The parts in which two forms differ. */
export function differing(a: PolicyForm, b: PolicyForm): FormPart[] {
  return parts.filter((part) => !same(a, b, part));
}

/**
 * What is typed, on a policy that somebody else changed meanwhile: parts that were not touched follow it, the others keep
 * what was typed. `conflicts`: touched parts that the other changed to something else.
 */
export function rebase(
  form: PolicyForm,
  base: PolicyForm,
  stored: PolicyForm,
): { form: PolicyForm; conflicts: FormPart[] } {
  const moved = differing(base, stored);
  const touched = differing(base, form);
  const taken = moved.filter((part) => !touched.includes(part));
  const follow = Object.fromEntries(taken.map((part) => [part, stored[part]]));
  return {
    form: { ...form, ...follow },
    conflicts: moved.filter((part) => touched.includes(part) && !same(form, stored, part)),
  };
}

/** Thresholds to begin with: two wait, three quarters of the usual 20 slots, most of the cache. */
const firstThreshold: Readonly<Record<TriggerKind, string>> = {
  waiting: '2',
  waitingAndRunning: '15',
  kvCache: '0.8',
  query: '1',
};

interface ModelName {
  namespace: string;
  name: string;
}

/** One more trigger, of the first kind that is not there yet. */
export function withTrigger(form: PolicyForm, model: ModelName): PolicyForm {
  const kinds = ['waitingAndRunning', 'kvCache', 'waiting'] as const;
  const kind = kinds.find((one) => form.triggers.every(({ trigger }) => trigger.kind !== one));
  const trigger = ownTrigger(kind ?? 'waiting', model, 0);
  const id = 1 + Math.max(-1, ...form.triggers.map((row) => row.id));
  const added: TriggerText =
    kind === undefined
      ? { id, trigger: { ...trigger, kind: 'query', query: '' }, threshold: firstThreshold.query }
      : { id, trigger, threshold: firstThreshold[kind] };
  return { ...form, triggers: [...form.triggers, added] };
}

/**
 * The row with another kind: the query follows, and so does a threshold that nobody typed, or that counted something else
 * (a share of the KV cache is at most 1, requests are many); the way to Prometheus stays.
 */
export function ofKind(row: TriggerText, kind: TriggerKind, model: ModelName): TriggerText {
  const query = kind === 'query' ? row.trigger.query : ownQuery(kind, model);
  const sameUnit = (kind === 'kvCache') === (row.trigger.kind === 'kvCache');
  const threshold = row.typed === true && sameUnit ? row.threshold : firstThreshold[kind];
  return { ...row, trigger: { ...row.trigger, kind, query }, threshold };
}
