import { isAtRest, isAtWork } from '../../../data/arrival';
import { codeOf, runChange, TooLate } from '../../../data/change';
import type { Change, ChangeCluster, ChangeError } from '../../../data/change';
import { consoleCluster } from '../../../data/consoleCluster';
import { pauseChange, resumeChange } from '../../../data/modelChanges';
import { hasArrived } from '../../../data/policyHops';
import { ownHpaPlace } from '../../../data/ownObjects';
import { policySaveOf } from '../../../data/policySave';
import { readModel } from '../../../data/readModel';
import { wordsOfError } from '../../../data/readError';
import { savePolicy } from '../../../data/useFollowThrough';
import { readAutoscalingPolicy } from '../../../policy/autoscalingPolicy';
import { carriesHttpPolicy } from '../../../policy/httpPolicyArrival';
import { httpPolicyPatch } from '../../../policy/httpPolicyPatch';
import { policyPatch } from '../../../policy/policyPatch';
import { scaledObjectKind } from '../../../resources/kinds';
import { pauseOf } from '../../../resources/pause';
import type { ScaledObject } from '../../../resources/scaledObject';
import type { ServedModel } from '../../../resources/servedModel';
import { awaitFollowing } from './awaitFollowing';
import { httpPolicyWith, ownScaler, policyWith } from './bulkBounds';
import type { BulkBounds } from './bulkBounds';
import { obstacleOf } from './bulkPlan';
import type { BulkOrder } from './bulkPlan';
import type { BulkRow, Perform, RowFailure } from './bulkRun';

type Place = Pick<BulkRow, 'namespace' | 'name' | 'scaledObject'>;

/** Milliseconds between looks at a model, the last of them again and again until the patience ends. */
const waits: readonly number[] = [500, 1000, 1500, 2000, 3000, 5000];
const patience = 120_000;

/** Looks at the server until the model satisfies the condition; rejects with TooLate. */
async function untilSeen(
  { namespace, name, scaledObject }: Place,
  condition: (model: ServedModel) => boolean,
): Promise<ServedModel> {
  let waited = 0;
  for (let look = 0; waited < patience; look += 1) {
    const wait = waits[Math.min(look, waits.length - 1)] ?? patience;
    await new Promise((resolve) => setTimeout(resolve, wait));
    waited += wait;
    // A read that fails has seen nothing; the next one may succeed.
    const model = await readModel(namespace, name, scaledObject).catch(() => undefined);
    if (model !== undefined && condition(model)) return model;
  }
  throw new TooLate('');
}

function clusterOf(place: Place): ChangeCluster {
  return { ...consoleCluster, until: (condition) => untilSeen(place, condition) };
}

async function saveBounds(
  model: ServedModel,
  { bounds }: BulkOrder,
  written: () => void,
): Promise<ChangeError | undefined> {
  const policy = policyWith(model, bounds);
  const error = await savePolicy(policySaveOf(model, policy, policyPatch(model.inferenceService, policy)));
  if (error !== undefined) return error;
  written();
  return awaitFollowing(model.key, patience);
}

/** The bounds of a model that requests wake: written into its own ScaledObject, which needs no follow-up. */
function httpBoundsChange(seen: ScaledObject, bounds: BulkBounds): Change {
  const { namespace = '', name } = seen.metadata;
  const policy = httpPolicyWith(seen, bounds);
  const patch = httpPolicyPatch(seen, policy);
  return {
    ...(patch.length > 0 && { write: { kind: scaledObjectKind, namespace, name, patch, seen } }),
    arrived: (model) => carriesHttpPolicy(model, policy),
  };
}

/** Whether ScaledObject and HPA carry the policy that the InferenceService has; a paused model has no HPA. */
function carriesOwnPolicy(model: ServedModel): boolean {
  const paused = model.scaledObject !== undefined && pauseOf(model.scaledObject) !== undefined;
  const saved = { policy: readAutoscalingPolicy(model.inferenceService), paused };
  return hasArrived('scaledObject', model, saved) && (paused || hasArrived('hpa', model, saved));
}

/** What has to be seen of a model that carries the act already, as after an earlier try that was too late to see it. */
function alreadyDone(model: ServedModel, order: BulkOrder): Change | undefined {
  switch (obstacleOf(model, order)) {
    case 'alreadyPaused':
      return { arrived: isAtRest };
    case 'notPaused':
      return { arrived: isAtWork };
    case 'sameBounds': {
      const own = ownScaler(model);
      if (own !== undefined) return httpBoundsChange(own, order.bounds);
      // The earlier try may have ended before this one went.
      const remove = ownHpaPlace(model);
      return { ...(remove && { remove }), arrived: carriesOwnPolicy };
    }
    default:
      return undefined;
  }
}

async function act(
  row: BulkRow,
  order: BulkOrder,
  model: ServedModel,
  written: () => void,
): Promise<RowFailure | undefined> {
  const tell = (step: ChangeError['step']): void => {
    if (step === 'follow') written();
  };
  const done = alreadyDone(model, order);
  if (done !== undefined) return runChange(done, clusterOf(row), tell);
  const why = obstacleOf(model, order);
  if (why !== undefined) return { code: 'leftOut', why };
  if (order.act === 'bounds') {
    const own = ownScaler(model);
    return own === undefined
      ? saveBounds(model, order, written)
      : runChange(httpBoundsChange(own, order.bounds), clusterOf(row), tell);
  }
  const change = order.act === 'pause' ? pauseChange(model) : resumeChange(model);
  return change === undefined
    ? { code: 'leftOut', why: 'noScaledObject' }
    : runChange(change, clusterOf(row), tell);
}

/** Does the order to one model, as the server has it at that moment. */
export function performOf(order: BulkOrder): Perform {
  return async (row, written) => {
    try {
      const model = await readModel(row.namespace, row.name, row.scaledObject);
      return model === undefined ? { code: 'gone' } : await act(row, order, model, written);
    } catch (error) {
      return { step: 'check', code: codeOf(error), message: wordsOfError(error) };
    }
  };
}
