import { needsOf } from '../../../data/changeNeeds';
import type { ModelAccess } from '../../../data/useAccess';
import type { Access } from '../../../data/useRight';
import { autoscalerClassOf } from '../../../resources/autoscalerClass';
import { isRawMode } from '../../../resources/deploymentMode';
import { known } from '../../../resources/known';
import { pauseOf, pausesOf } from '../../../resources/pause';
import type { ScaledObject } from '../../../resources/scaledObject';
import type { ServedModel } from '../../../resources/servedModel';
import { boundsObstacle, ownScaler } from './bulkBounds';
import type { BoundsObstacle, BulkBounds } from './bulkBounds';
import { effectsOf } from './bulkEffects';
import type { BulkEffects } from './bulkEffects';
import type { BulkAct } from './bulkJob';

/** What is to be done to several models. */
export interface BulkOrder {
  act: BulkAct;
  /** For the act bounds. */
  bounds: BulkBounds;
}

/** Why a model is left out. */
export type LeftOutCode =
  | BoundsObstacle
  | 'notKeda'
  | 'notRawMode'
  | 'noScaledObject'
  | 'alreadyPaused'
  | 'notPaused'
  | 'pausedWithoutAnnotation'
  | 'notAllowed'
  | 'checking';

/** A model that is left out. `access`: the right that is missing. */
export interface LeftOut {
  model: ServedModel;
  code: LeftOutCode;
  access?: Access;
}

/** Which models the act is done to, and which not. */
export interface BulkPlan {
  todo: readonly ServedModel[];
  leftOut: readonly LeftOut[];
  effects: BulkEffects;
}

/** What the model itself says against the act; undefined when nothing does. Rights are not looked at. */
export function obstacleOf(model: ServedModel, { act, bounds }: BulkOrder): LeftOutCode | undefined {
  const { inferenceService, scaledObject } = model;
  if (!isRawMode(inferenceService)) return 'notRawMode';
  if (autoscalerClassOf(inferenceService) !== 'keda' && ownScaler(model) === undefined) return 'notKeda';
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
