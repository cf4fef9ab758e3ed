import { autoscalerClassOf } from '../resources/autoscalerClass';
import type { ModelLoad } from '../resources/modelLoad';
import { replicasOf, type Replicas } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';
import { arithmeticOf, type Arithmetic } from './arithmetic';
import type { MissingInput, StatusFacts } from './modelStatus';

/** What the rules look at; the derived parts are computed once. */
export interface StatusInput {
  model: ServedModel;
  load: ModelLoad | undefined;
  now: number;
  missing: readonly MissingInput[];
  autoscalerClass: string;
  replicas: Replicas;
  arithmetic: Arithmetic | undefined;
}

/** One row of the decision table: the facts when it matches. */
export type Rule = (input: StatusInput) => StatusFacts | undefined;

/** Gathers what the rules need. */
export function statusInput(
  model: ServedModel,
  load: ModelLoad | undefined,
  now: number,
  missing: readonly MissingInput[],
): StatusInput {
  return {
    model,
    load,
    now,
    missing,
    autoscalerClass: autoscalerClassOf(model.inferenceService),
    replicas: replicasOf(model),
    arithmetic: arithmeticOf(model, load),
  };
}
