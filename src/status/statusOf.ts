import type { ModelLoad } from '../resources/modelLoad';
import { holdOf } from '../resources/pause';
import type { ServedModel } from '../resources/servedModel';
import { classStatus } from './classRules';
import { conflictRules } from './conflictRules';
import { toneOf, type MissingInput, type ModelStatus, type StatusFacts } from './modelStatus';
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

function withTone(facts: StatusFacts, { scaledObject }: ServedModel): ModelStatus {
  const hold = facts.code === 'held' ? undefined : scaledObject && holdOf(scaledObject);
  return { ...facts, tone: toneOf[facts.code], ...(hold && { hold }) };
}
