import { findCondition } from '../resources/conditions';
import type { KubernetesEvent } from '../resources/event';
import { modelEvents } from '../resources/modelEvents';
import type { Condition, KubernetesObject } from '../resources/object';
import type { ServedModel } from '../resources/servedModel';
import type { Hop } from './policyHops';

/** What a controller says of a hop that is not reached: its own words, and where they stand. */
export interface HopTrouble {
  /** Such as "ScaledObject llama-predictor". */
  source: string;
  message: string;
}

interface Conditioned extends KubernetesObject {
  status?: { conditions?: Condition[] };
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
  const told = (object: Conditioned | undefined, ...types: string[]): HopTrouble | undefined =>
    troubleOf(sourceOf(object), badCondition(object?.status?.conditions, types, 'False'));
  switch (hop) {
    case 'inferenceService':
    case 'scaledObject':
    case 'removed':
      return told(inferenceService, 'Ready', 'PredictorReady');
    case 'pausedAgain':
      return undefined;
    case 'hpa':
      return told(scaledObject, 'Ready');
    case 'replicas':
      return told(kedaHpa, 'AbleToScale', 'ScalingActive');
    case 'serving':
      return unscheduled(model);
  }
}

/** The objects whose controllers tell in events what keeps a hop from being reached. */
const kindsOf: Readonly<Record<Hop, readonly string[]>> = {
  inferenceService: ['InferenceService'],
  scaledObject: ['InferenceService', 'ScaledObject'],
  pausedAgain: ['ScaledObject'],
  hpa: ['ScaledObject', 'HorizontalPodAutoscaler'],
  removed: ['InferenceService', 'ScaledObject'],
  replicas: ['HorizontalPodAutoscaler', 'Deployment'],
  serving: ['Deployment', 'ReplicaSet', 'Pod'],
};
/** The clocks of the browser and of the cluster may differ by as much, in ms. */
const skew = 30_000;

/** The newest warning since then (ms since 1970) about an object of this hop; undefined when there is none. */
export function eventTrouble(
  hop: Hop,
  events: readonly KubernetesEvent[],
  model: ServedModel,
  since: number,
): HopTrouble | undefined {
  const found = modelEvents(events, model).find(
    ({ warning, kind, lastSeen = 0 }) => warning && lastSeen > since - skew && kindsOf[hop].includes(kind),
  );
  return found && { source: `${found.kind} ${found.name}`, message: `${found.reason}: ${found.message}` };
}
