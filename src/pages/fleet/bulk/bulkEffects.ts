import { gitOpsManagerOf } from '../../../consequences/gitOps';
import { gpusOf } from '../../../resources/gpus';
import { pauseOf, pausesOf } from '../../../resources/pause';
import { replicasOf } from '../../../resources/replicas';
import type { ServedModel } from '../../../resources/servedModel';
import { ownScaler, type BulkBounds } from './bulkBounds';
import type { BulkOrder } from './bulkPlan';

/** What the act does beyond its name. Replicas of paused models stay as they are. */
export interface BulkEffects {
  /** Models and replicas (and their GPUs) that are added at once, since the new minimum is above what runs. */
  added: { models: number; replicas: number; gpus: number };
  /** Models and replicas that go at once, since the new maximum is below what runs. */
  removed: { models: number; replicas: number };
  /** Paused models, whose pause KServe wipes and which has to be set again. */
  paused: number;
  /** Models that a GitOps tool owns and sets back. */
  gitOps: number;
  /** Models that sleep and are paused: no request wakes them then. */
  asleep: number;
}

/** What the act does to models that it is done to. */
export function effectsOf(todo: readonly ServedModel[], { act, bounds }: BulkOrder): BulkEffects {
  const effects: BulkEffects = {
    added: { models: 0, replicas: 0, gpus: 0 },
    removed: { models: 0, replicas: 0 },
    paused: 0,
    gitOps: 0,
    asleep: 0,
  };
  for (const model of todo) {
    if (act === 'pause' && ownScaler(model) !== undefined && replicasOf(model).spec === 0)
      effects.asleep += 1;
    if (act === 'bounds') addBounds(effects, model, bounds);
  }
  return effects;
}

function addBounds(effects: BulkEffects, model: ServedModel, bounds: BulkBounds): void {
  const { inferenceService, scaledObject } = model;
  const own = ownScaler(model);
  if (gitOpsManagerOf(own ?? inferenceService) !== undefined) effects.gitOps += 1;
  // KServe wipes what it has made; a ScaledObject of the model's own stays as it is.
  const wiped = own === undefined ? scaledObject : undefined;
  if (wiped !== undefined && Object.keys(pausesOf(wiped)).length > 0) effects.paused += 1;
  if (scaledObject === undefined || pauseOf(scaledObject) === undefined) addReplicas(effects, model, bounds);
}

function addReplicas(
  { added, removed }: BulkEffects,
  model: ServedModel,
  { minReplicas = 0, maxReplicas = Infinity }: BulkBounds,
): void {
  const { spec } = replicasOf(model);
  if (spec === undefined) return;
  if (spec < minReplicas) {
    added.models += 1;
    added.replicas += minReplicas - spec;
    added.gpus += (minReplicas - spec) * gpusOf(model).perReplica;
  }
  if (spec > maxReplicas) {
    removed.models += 1;
    removed.replicas += spec - maxReplicas;
  }
}
