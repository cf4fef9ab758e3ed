import type { Deployment } from '../../../src/resources/deployment';
import type { Pod } from '../../../src/resources/pod';
import { isReady } from '../podState';
import { createdAt } from '../timestamp';
import { hashLabel } from './template';

/** How many pods of the current template to make, and which pods to delete. */
export interface RolloutPlan {
  create: number;
  remove: readonly Pod[];
}

function share(value: number | string, replicas: number, round: (n: number) => number): number {
  if (typeof value === 'number') return value;
  return round((Number.parseFloat(value) / 100) * replicas);
}

/** maxSurge rounds up and maxUnavailable down; both 0 would never move, so one pod may be missing then. */
export function rolloutLimits({ spec }: Deployment): { maxSurge: number; maxUnavailable: number } {
  const { replicas = 1, strategy } = spec;
  if (strategy?.type === 'Recreate') return { maxSurge: 0, maxUnavailable: replicas };
  const { maxSurge = '25%', maxUnavailable = '25%' } = strategy?.rollingUpdate ?? {};
  const surge = share(maxSurge, replicas, Math.ceil);
  const missing = share(maxUnavailable, replicas, Math.floor);
  return { maxSurge: surge, maxUnavailable: surge === 0 && missing === 0 ? 1 : missing };
}

const stage = (pod: Pod): number => {
  if (pod.spec.nodeName === undefined) return 0;
  if (pod.status?.phase !== 'Running') return 1;
  return isReady(pod) ? 3 : 2;
};

/** Pods in the order in which a scale-down deletes them: unscheduled, pending, not ready, then the youngest. */
export function byDispensability(pods: readonly Pod[]): Pod[] {
  return [...pods].sort((a, b) => stage(a) - stage(b) || createdAt(b) - createdAt(a));
}

function oldToRemove(old: readonly Pod[], fresh: readonly Pod[], deployment: Deployment): Pod[] {
  const { replicas = 1 } = deployment.spec;
  const minAvailable = replicas - rolloutLimits(deployment).maxUnavailable;
  const freshNotReady = fresh.filter((pod) => !isReady(pod)).length;
  const spare = old.length + fresh.length - minAvailable - freshNotReady;
  if (spare <= 0) return [];
  const unhealthy = byDispensability(old.filter((pod) => !isReady(pod))).slice(0, spare);
  const healthy = byDispensability(old.filter(isReady));
  const available = healthy.length + fresh.length - freshNotReady;
  return [...unhealthy, ...healthy.slice(0, Math.max(0, available - minAvailable))];
}

/**
 * The next step of a rolling update or a scaling (kubernetes pkg/controller/deployment/rolling.go). `pods` are the
 * active pods of the Deployment. A new pod that cannot start holds the update: the old ones serve on.
 */
export function planRollout(deployment: Deployment, pods: readonly Pod[], hash: string): RolloutPlan {
  const { replicas = 1, strategy } = deployment.spec;
  const fresh = pods.filter((pod) => pod.metadata.labels?.[hashLabel] === hash);
  const old = pods.filter((pod) => !fresh.includes(pod));
  const surplus = byDispensability(fresh).slice(0, Math.max(0, fresh.length - replicas));
  const kept = fresh.filter((pod) => !surplus.includes(pod));
  if (strategy?.type === 'Recreate' && old.length > 0) return { create: 0, remove: [...surplus, ...old] };
  const room = replicas + (old.length === 0 ? 0 : rolloutLimits(deployment).maxSurge) - pods.length;
  const create = Math.max(0, Math.min(replicas - kept.length, room));
  return { create, remove: [...surplus, ...oldToRemove(old, kept, deployment)] };
}
