import { gitOpsManagerOf } from '../../../consequences/gitOps';
import { needsOf } from '../../../data/switchAction';
import type { Access, ModelAccess } from '../../../data/useAccess';
import { readAutoscalingPolicy, samePolicy } from '../../../policy/autoscalingPolicy';
import type { AutoscalingPolicy } from '../../../policy/autoscalingPolicy';
import { policyProblems } from '../../../policy/policyProblems';
import { autoscalerClassOf } from '../../../resources/autoscalerClass';
import { isRawMode } from '../../../resources/deploymentMode';
import { gpusOf } from '../../../resources/gpus';
import { known } from '../../../resources/known';
import { pauseOf, pausesOf } from '../../../resources/pause';
import { replicasOf } from '../../../resources/replicas';
import type { ScaledObject } from '../../../resources/scaledObject';
import type { ServedModel } from '../../../resources/servedModel';
import type { BulkAct } from './bulkJob';

/** Bounds for several models; an absent one stays as each model has it. */
export interface BulkBounds {
  minReplicas?: number;
  maxReplicas?: number;
}

/** What is to be done to several models. */
export interface BulkOrder {
  act: BulkAct;
  /** For the act bounds. */
  bounds: BulkBounds;
}

/** Why a model is left out. */
export type LeftOutCode =
  | 'notKeda'
  | 'notRawMode'
  | 'noScaledObject'
  | 'alreadyPaused'
  | 'notPaused'
  | 'pausedWithoutAnnotation'
  | 'sameBounds'
  | 'boundsCross'
  | 'policyProblem'
  | 'notAllowed'
  | 'checking';

/** A model that is left out. `access`: the right that is missing. */
export interface LeftOut {
  model: ServedModel;
  code: LeftOutCode;
  access?: Access;
}

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
}

/** Which models the act is done to, and which not. */
export interface BulkPlan {
  todo: readonly ServedModel[];
  leftOut: readonly LeftOut[];
  effects: BulkEffects;
}

/** The policy of a model with the new bounds. */
export function policyWith({ inferenceService }: ServedModel, bounds: BulkBounds): AutoscalingPolicy {
  return { ...readAutoscalingPolicy(inferenceService), ...bounds };
}

/** What the model itself says against the act; undefined when nothing does. Rights are not looked at. */
export function obstacleOf(model: ServedModel, { act, bounds }: BulkOrder): LeftOutCode | undefined {
  const { inferenceService, scaledObject } = model;
  if (!isRawMode(inferenceService)) return 'notRawMode';
  if (autoscalerClassOf(inferenceService) !== 'keda') return 'notKeda';
  if (act === 'bounds') return boundsObstacle(model, bounds);
  if (scaledObject === undefined) return 'noScaledObject';
  return act === 'pause' ? pauseObstacle(scaledObject) : resumeObstacle(scaledObject);
}

function pauseObstacle(scaledObject: ScaledObject): LeftOutCode | undefined {
  return pauseOf(scaledObject) === undefined ? undefined : 'alreadyPaused';
}

/** Resuming also ends a hold of one direction. */
function resumeObstacle(scaledObject: ScaledObject): LeftOutCode | undefined {
  if (Object.keys(pausesOf(scaledObject)).length > 0) return undefined;
  return pauseOf(scaledObject) === undefined ? 'notPaused' : 'pausedWithoutAnnotation';
}

/** The patch would carry a policy's other mistakes along, so a model with one is left out. */
function boundsObstacle(model: ServedModel, bounds: BulkBounds): LeftOutCode | undefined {
  const { inferenceService } = model;
  const policy = policyWith(model, bounds);
  if (samePolicy(policy, readAutoscalingPolicy(inferenceService))) return 'sameBounds';
  const problems = policyProblems(policy, inferenceService);
  if (problems.some(({ code }) => code === 'maxBelowMin')) return 'boundsCross';
  return problems.length > 0 ? 'policyProblem' : undefined;
}

function leftOutOf(
  model: ServedModel,
  order: BulkOrder,
  rights: ReadonlyMap<string, ModelAccess>,
): LeftOut | undefined {
  const obstacle = obstacleOf(model, order);
  if (obstacle !== undefined) return { model, code: obstacle };
  const access = rights.get(model.namespace);
  if (access === undefined) return { model, code: 'checking' };
  const missing = needsOf(model, access)[order.act === 'bounds' ? 'edit' : order.act].find(
    ({ state }) => state !== 'allowed',
  );
  if (missing === undefined) return undefined;
  return missing.state === 'loading'
    ? { model, code: 'checking' }
    : known({ model, code: 'notAllowed' as const, access: missing });
}

/** Parts the models; `rights` by project, one that is not there yet counts as being checked. */
export function bulkPlan(
  models: readonly ServedModel[],
  order: BulkOrder,
  rights: ReadonlyMap<string, ModelAccess>,
): BulkPlan {
  const todo: ServedModel[] = [];
  const leftOut: LeftOut[] = [];
  for (const model of models) {
    const left = leftOutOf(model, order, rights);
    if (left === undefined) todo.push(model);
    else leftOut.push(left);
  }
  return { todo, leftOut, effects: effectsOf(todo, order) };
}

function effectsOf(todo: readonly ServedModel[], { act, bounds }: BulkOrder): BulkEffects {
  const effects: BulkEffects = {
    added: { models: 0, replicas: 0, gpus: 0 },
    removed: { models: 0, replicas: 0 },
    paused: 0,
    gitOps: 0,
  };
  if (act !== 'bounds') return effects;
  for (const model of todo) {
    if (gitOpsManagerOf(model.inferenceService) !== undefined) effects.gitOps += 1;
    const { scaledObject } = model;
    if (scaledObject !== undefined && Object.keys(pausesOf(scaledObject)).length > 0) effects.paused += 1;
    if (scaledObject === undefined || pauseOf(scaledObject) === undefined)
      addReplicas(effects, model, bounds);
  }
  return effects;
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
