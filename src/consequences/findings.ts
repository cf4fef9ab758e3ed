import { storedTriggers } from '../policy/autoscalingPolicy';
import { leftoverHpa } from '../policy/leftoverHpa';
import { modeOf } from '../policy/readPolicy';
import { findCondition, hasStatus } from '../resources/conditions';
import { changedAt, settleMs } from '../resources/changedAt';
import { isRawMode } from '../resources/deploymentMode';
import { isOwnedBy } from '../resources/owner';
import type { ServedModel } from '../resources/servedModel';
import { gitOpsManagerOf } from './gitOps';
import { scaledObjectDrift, type Drift } from './scaledObjectDrift';

/** What stands between a model and its scaling, as facts; the names are those of objects of its project. */
export type FindingFacts =
  /** KServe left its ScaledObject behind when the class left keda: KEDA and KServe set the replicas in turn. */
  | { code: 'orphanScaledObject'; scaledObject: string; autoscalerClass: string }
  /** KServe left its HPA behind when the class became keda. `blocks`: KEDA does not scale beside it, or both do not. */
  | { code: 'leftoverHpa'; hpa: string; blocks: 'keda' | 'both' }
  /** An HPA of somebody else, for which KEDA refuses its own or with which it shares the pods. */
  | { code: 'foreignHpa'; hpa: string; message?: string }
  /** A ScaledObject that KServe does not own scales the model, although its class leaves that to KServe. */
  | { code: 'foreignScaledObject'; scaledObject: string; autoscalerClass: string }
  /** Class keda without a ScaledObject. `message`: KServe's words. */
  | { code: 'noScaledObject'; message?: string }
  | { code: 'drift'; scaledObject: string; fields: readonly Drift[] }
  | { code: 'gitOps'; manager: string }
  /** Other models of the project that scale on the same number. */
  | { code: 'sharedQuery'; models: readonly string[]; query: string };

/** A finding and how urgent it is. */
export type Finding = FindingFacts & { tone: 'danger' | 'warning' | 'info' };

/**
 * What is wrong around a model, the most urgent first; empty when nothing is. `neighbours`: the models that are watched
 * with it. `unread`: ScaledObjects could not be listed, so that a missing one says nothing. `now` in ms since 1970.
 */
export function findingsOf(
  model: ServedModel,
  neighbours: Iterable<ServedModel>,
  now: number,
  unread = false,
): Finding[] {
  const { inferenceService } = model;
  const manager = gitOpsManagerOf(inferenceService);
  const fields = scaledObjectDrift(model, now);
  const found: (Finding | undefined)[] = [
    ...(isRawMode(inferenceService) && !isStopped(model)
      ? [strayScaledObject(model), hpaInTheWay(model), unread ? undefined : noScaledObject(model, now)]
      : []),
    fields.length === 0
      ? undefined
      : {
          code: 'drift',
          tone: 'warning',
          scaledObject: model.scaledObject?.metadata.name ?? '',
          fields,
        },
    sharedQuery(model, neighbours),
    manager === undefined ? undefined : { code: 'gitOps', tone: 'info', manager },
  ];
  return found.filter((finding) => finding !== undefined);
}

function isStopped({ inferenceService: { metadata, status } }: ServedModel): boolean {
  const annotation = metadata.annotations?.['serving.kserve.io/stop'];
  return annotation?.toLowerCase() === 'true' || hasStatus(status?.conditions, 'Stopped', 'True');
}

function strayScaledObject({ inferenceService, scaledObject }: ServedModel): Finding | undefined {
  const autoscalerClass = modeOf(inferenceService);
  if (scaledObject === undefined) return undefined;
  const { name } = scaledObject.metadata;
  if (!isOwnedBy(scaledObject, inferenceService)) {
    return ['keda', 'hpa', 'none'].includes(autoscalerClass)
      ? { code: 'foreignScaledObject', tone: 'danger', scaledObject: name, autoscalerClass }
      : undefined;
  }
  return autoscalerClass === 'keda'
    ? undefined
    : { code: 'orphanScaledObject', tone: 'danger', scaledObject: name, autoscalerClass };
}

function hpaInTheWay(model: ServedModel): Finding | undefined {
  const { inferenceService, scaledObject, kserveHpa, kedaHpa } = model;
  if (modeOf(inferenceService) !== 'keda') return undefined;
  const own = leftoverHpa(model);
  const blocks = scaledObject === undefined ? 'keda' : 'both';
  if (own !== undefined) return { code: 'leftoverHpa', tone: 'danger', hpa: own.metadata.name, blocks };
  if (kserveHpa !== undefined) return { code: 'foreignHpa', tone: 'danger', hpa: kserveHpa.metadata.name };
  const active = findCondition(kedaHpa?.status?.conditions, 'ScalingActive');
  if (active?.reason !== 'AmbiguousSelector') return undefined;
  const { message = '' } = active;
  return {
    code: 'foreignHpa',
    tone: 'danger',
    hpa: otherHpa(message, kedaHpa?.metadata.name) ?? '',
    message,
  };
}

/** "pods by selector app=x are controlled by multiple HPAs: [team-a/keda-hpa-x team-a/y]" (kubernetes horizontal.go). */
function otherHpa(message: string, own: string | undefined): string | undefined {
  const names = /\[([^\]]*)\]/
    .exec(message)?.[1]
    ?.split(/[\s,]+/)
    .map((name) => name.split('/').at(-1));
  return names?.find((name) => name !== own && name !== '');
}

function noScaledObject(
  { inferenceService, scaledObject, kserveHpa }: ServedModel,
  now: number,
): Finding | undefined {
  if (modeOf(inferenceService) !== 'keda' || scaledObject !== undefined || kserveHpa !== undefined)
    return undefined;
  if (now - (changedAt(inferenceService) ?? 0) < settleMs) return undefined;
  const message = inferenceService.status?.conditions?.find(
    // KServe has no condition for autoscaling, but passes an error of its reconciler on in a failed one.
    ({ status, message: words = '' }) => status === 'False' && /scaledobject|keda|hpa/i.test(words),
  )?.message;
  return { code: 'noScaledObject', tone: 'danger', ...(message !== undefined && { message }) };
}

/** Spaces do not count. A query that reads something common may be meant so, but then both scale on one number. */
function queriesOf({ inferenceService }: ServedModel): Set<string> {
  if (modeOf(inferenceService) !== 'keda') return new Set();
  const queries = storedTriggers(inferenceService).map(({ external }) => external.metric.query ?? '');
  return new Set(queries.map((query) => query.replaceAll(/\s/g, '')).filter((query) => query !== ''));
}

function sharedQuery(model: ServedModel, neighbours: Iterable<ServedModel>): Finding | undefined {
  const own = queriesOf(model);
  if (own.size === 0) return undefined;
  const models: string[] = [];
  let shared: string | undefined;
  for (const other of neighbours) {
    if (other.key === model.key || other.namespace !== model.namespace) continue;
    const same = [...queriesOf(other)].find((query) => own.has(query));
    if (same === undefined) continue;
    models.push(other.name);
    shared ??= same;
  }
  return shared === undefined
    ? undefined
    : { code: 'sharedQuery', tone: 'warning', models: models.toSorted(), query: shared };
}
