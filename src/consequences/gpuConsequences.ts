import { gpusOf } from '../resources/gpus';
import { replicasOf } from '../resources/replicas';
import type { Consequence } from './consequence';
import type { ServedModel } from '../resources/servedModel';
import type { PlannedChange } from './plannedChange';
import type { Bounds } from './wantedReplicas';
import { restartsPods } from './restart';
import { surgeOf } from '../resources/surge';

/** Whether pods restart, and the GPUs that this takes beside those in use. */
export function restartConsequence({ model, patch, gpus }: PlannedChange): Consequence {
  const pods = replicasOf(model).current ?? 0;
  if (!restartsPods(patch) || pods === 0) return { code: 'noRestart', tone: 'good' };
  const surge = model.deployment === undefined ? 1 : surgeOf(model.deployment);
  const needed = surge * gpusOf(model).perReplica;
  return { code: 'restart', tone: 'warning', pods, gpus: needed, ...(gpus && { free: gpus.free }) };
}

type Room = Pick<PlannedChange, 'gpus' | 'quota'>;

interface Limit {
  shortOf: 'quota' | 'allocatable' | 'free';
  /** GPUs that the model may still take. */
  room: number;
  short: boolean;
}

function limitsOf({ gpus, quota }: Room, needed: number, more: number): Limit[] {
  const limits: Limit[] = [];
  if (quota !== undefined) {
    const room = quota.hard - quota.used;
    limits.push({ shortOf: 'quota', room, short: more > room });
  }
  if (gpus !== undefined) {
    const { allocatable, free } = gpus;
    limits.push({ shortOf: 'allocatable', room: free, short: needed > allocatable });
    limits.push({ shortOf: 'free', room: free, short: more > free });
  }
  return limits;
}

/** The GPUs of the maximum against those of the cluster and the project's quota; none for a model without GPUs. */
export function gpusAtMax(
  change: Room & { model: ServedModel; after: Pick<Bounds, 'maxReplicas'> },
): Consequence[] {
  const { model, after, gpus, quota } = change;
  const { perReplica } = gpusOf(model);
  const { maxReplicas: replicas = NaN } = after;
  if (perReplica === 0 || !Number.isFinite(replicas)) return [];
  const current = replicasOf(model).current ?? 0;
  const needed = replicas * perReplica;
  const more = Math.max(0, needed - current * perReplica);
  const short = limitsOf(change, needed, more).find((limit) => limit.short);
  return [
    {
      code: 'gpusAtMax',
      tone: short === undefined ? 'info' : 'warning',
      replicas,
      gpus: needed,
      ...gpus,
      ...(quota && { quota: quota.hard }),
      ...(short && {
        shortOf: short.shortOf,
        fits: current + Math.max(0, Math.floor(short.room / perReplica)),
      }),
    },
  ];
}
