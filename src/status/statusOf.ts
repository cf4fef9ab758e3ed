import { findCondition } from '../resources/conditions';
import type { ModelLoad } from '../resources/modelLoad';
import { holdOf } from '../resources/pause';
import type { ServedModel } from '../resources/servedModel';
import { classStatus } from './classRules';
import { conflictRules } from './conflictRules';
import { toneOf, type MissingInput, type ModelStatus, type StatusFacts, type Tone } from './modelStatus';
import { scaledObjectRules } from './scaledObjectRules';
import { scalingRules } from './scalingRules';
import { statusInput } from './statusInput';

/** The decision table: the first row that matches wins. */
const rules = [...conflictRules, ...scaledObjectRules, ...scalingRules];

/**
 * The state of a model. `load`: see ModelLoad; undefined means not fetched, and no sentence about the load is made.
 * `now`: ms. `missing`: lists that could not be read; where one decides, the state is unknown.
 */
export function statusOf(
  model: ServedModel,
  load: ModelLoad | undefined,
  now: number,
  missing: readonly MissingInput[] = [],
): ModelStatus {
  const input = statusInput(model, load, now, missing);
  for (const rule of rules) {
    const facts = rule(input);
    if (facts !== undefined) return withTone(facts, model);
  }
  return withTone(classStatus(input), model);
}

/** The Deployment says so while its ReplicaSet cannot create a pod (Kubernetes, ReplicaFailure). */
function refusalOf({ deployment }: ServedModel): string | undefined {
  const failure = findCondition(deployment?.status?.conditions, 'ReplicaFailure');
  return failure?.status === 'True' ? failure.message : undefined;
}

/** What ended the containers of a model that does not get ready (KServe, status.modelStatus). */
function loadFailureOf({ inferenceService }: ServedModel): string | undefined {
  const loading = inferenceService.status?.modelStatus;
  if (loading?.transitionStatus !== 'BlockedByFailedLoad') return undefined;
  const { reason = loading.transitionStatus, message = '', exitCode } = loading.lastFailureInfo ?? {};
  const code = exitCode === undefined ? '' : ` (${exitCode.toString()})`;
  return `${reason}${code}${message === '' ? '' : `: ${message}`}`;
}

/** Somebody has to look at a model that does not load or gets no pods, whatever else its state is. */
function toneWith(tone: Tone, refusal: string | undefined, loadFailure: string | undefined): Tone {
  if (loadFailure !== undefined) return 'danger';
  return refusal !== undefined && tone !== 'danger' ? 'warning' : tone;
}

function withTone(facts: StatusFacts, model: ServedModel): ModelStatus {
  const { scaledObject } = model;
  const hold = facts.code === 'held' ? undefined : scaledObject && holdOf(scaledObject);
  const refusal = refusalOf(model);
  const loadFailure = loadFailureOf(model);
  return {
    ...facts,
    tone: toneWith(toneOf[facts.code], refusal, loadFailure),
    ...(hold && { hold }),
    ...(refusal !== undefined && { refusal }),
    ...(loadFailure !== undefined && { loadFailure }),
  };
}
