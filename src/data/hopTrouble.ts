import { findCondition } from '../resources/conditions';
import type { Condition, KubernetesObject } from '../resources/object';
import type { ServedModel } from '../resources/servedModel';
import type { Hop } from './policyHops';

/** What a controller says of a hop that is not reached: its own words, and where they stand. */
export interface HopTrouble {
  /** Such as "ScaledObject llama-predictor". */
  source: string;
  message: string;
}

function badCondition(
  conditions: readonly Condition[] | undefined,
  types: readonly string[],
  bad: Condition['status'],
): Condition | undefined {
  return types
    .map((type) => findCondition(conditions, type))
    .find((condition) => condition?.status === bad && (condition.message ?? '') !== '');
}

function troubleOf(source: string, condition: Condition | undefined): HopTrouble | undefined {
  return condition && { source, message: condition.message ?? condition.reason ?? '' };
}

function unscheduled({ pendingPods }: ServedModel): HopTrouble | undefined {
  const waiting = pendingPods.map(({ metadata, status }) => {
    const condition = badCondition(status?.conditions, ['PodScheduled'], 'False');
    return troubleOf(`Pod ${metadata.name}`, condition);
  });
  return waiting.find((trouble) => trouble !== undefined);
}

function sourceOf(object: KubernetesObject | undefined): string {
  return object === undefined ? '' : `${object.kind} ${object.metadata.name}`;
}

/** The words of the controller that has to take the policy over at this hop; undefined when it complains of nothing. */
export function hopTrouble(hop: Hop, model: ServedModel): HopTrouble | undefined {
  const { inferenceService, scaledObject, kedaHpa } = model;
  switch (hop) {
    case 'inferenceService':
    case 'scaledObject': {
      const bad = badCondition(inferenceService.status?.conditions, ['Ready', 'PredictorReady'], 'False');
      return troubleOf(sourceOf(inferenceService), bad);
    }
    case 'pausedAgain':
      return undefined;
    case 'hpa':
      return troubleOf(
        sourceOf(scaledObject),
        badCondition(scaledObject?.status?.conditions, ['Ready'], 'False'),
      );
    case 'replicas': {
      const bad = badCondition(kedaHpa?.status?.conditions, ['AbleToScale', 'ScalingActive'], 'False');
      return troubleOf(sourceOf(kedaHpa), bad);
    }
    case 'serving':
      return unscheduled(model);
  }
}
