import { known } from '../resources/known';
import type { ServedModel } from '../resources/servedModel';
import type { ChangeError } from './change';
import { hopTrouble, type HopTrouble } from './hopTrouble';
import { hasArrived, hasLeftover, hopsOf, type Hop, type SavedPolicy } from './policyHops';

/** A policy on its way through the cluster. Times are milliseconds since 1970. */
export interface Following {
  saved: SavedPolicy;
  startedAt: number;
  /** When each hop was first seen to carry the policy. */
  arrivals: ReadonlyMap<Hop, number>;
  /** When the cluster was last looked at. */
  seenAt: number;
  /** KServe was seen to have wiped the pause. */
  wiped?: boolean;
  /** The HPA's status as JSON when the HPA was first seen to carry the policy: the decision in it may be older. */
  statusBefore?: string;
  /** What the controller of the first open hop says. */
  trouble?: HopTrouble;
  /** Replicas that the Deployment has now, for the words of the last hops. */
  replicas?: number;
  /** The last look did not succeed, or could not set the pause again; the next one may. */
  error?: ChangeError;
  /** It is written, but what has to go after it is still there and could not be removed. */
  unremoved?: ChangeError;
  /** Nobody looks any more: all arrived, it failed, it took too long, or the model is gone. */
  over?: 'arrived' | 'failed' | 'tooLong' | 'gone';
}

/** KServe writes the ScaledObject within this time after the InferenceService, if it writes it at all. */
const settleTime = 30_000;

/** A pause that was not wiped yet may still be: KServe takes its time, and need not write where its object is the same. */
function mayEnd({ wiped }: Following, arrivals: ReadonlyMap<Hop, number>, seenAt: number): boolean {
  return wiped === true || seenAt - (arrivals.get('inferenceService') ?? seenAt) >= settleTime;
}

/** The HPA controller looks at each HPA every 15 s, and takes a moment to write what it decided. */
const syncTime = 20_000;

/**
 * Whether the HPA controller has looked since the HPA carries the policy. A sync that changes nothing writes nothing, and
 * only the newest Kubernetes tells of which generation its decision is: another status than then is one of a later sync
 * (one that began before would fail on the object's version), and after the time of a sync the old one still counts.
 */
function hasDecided({ arrivals, statusBefore }: Following, model: ServedModel, seenAt: number): boolean {
  const carriedAt = arrivals.get('hpa');
  if (carriedAt === undefined) return false;
  return statusText(model) !== statusBefore || seenAt - carriedAt >= syncTime;
}

function statusText({ kedaHpa }: ServedModel): string {
  return JSON.stringify(kedaHpa?.status ?? null);
}

/** Whether more than the look of the object at this hop says that it has the policy. */
function isSure(
  hop: Hop,
  before: Following,
  model: ServedModel,
  arrivals: ReadonlyMap<Hop, number>,
  seenAt: number,
): boolean {
  switch (hop) {
    case 'pausedAgain':
      return mayEnd(before, arrivals, seenAt);
    case 'replicas':
      return before.saved.policy.mode === 'none' || hasDecided(before, model, seenAt);
    default:
      return true;
  }
}

/** Hops count only in their order: a later one that looks right by chance waits for those before it. */
function arrivalsOf(before: Following, model: ServedModel, seenAt: number): ReadonlyMap<Hop, number> {
  const arrivals = new Map<Hop, number>();
  for (const hop of hopsOf(before.saved)) {
    const earlier = before.arrivals.get(hop);
    const now = hasArrived(hop, model, before.saved) && isSure(hop, before, model, arrivals, seenAt);
    if (earlier === undefined && !now) break;
    arrivals.set(hop, earlier ?? seenAt);
  }
  return arrivals;
}

/** What is known after a look at the model. `tooLong`: nobody looks again. */
export function afterLook(
  before: Following,
  model: ServedModel,
  seenAt: number,
  tooLong: boolean,
): Following {
  const { saved, startedAt, wiped } = before;
  const arrivals = arrivalsOf(before, model, seenAt);
  const open = hopsOf(saved)[arrivals.size];
  // Somebody else may have removed it since, or only the answer was lost.
  const unremoved = hasLeftover(model, saved) ? before.unremoved : undefined;
  return {
    saved,
    startedAt,
    arrivals,
    seenAt,
    ...known({
      wiped,
      statusBefore: before.statusBefore ?? (arrivals.has('hpa') ? statusText(model) : undefined),
      trouble: open && hopTrouble(open, model),
      replicas: model.deployment?.spec.replicas,
      unremoved,
      over: open === undefined ? endOf(unremoved) : tooLong ? ('tooLong' as const) : undefined,
    }),
  };
}

function endOf(unremoved: ChangeError | undefined): 'arrived' | 'failed' {
  return unremoved === undefined ? 'arrived' : 'failed';
}
