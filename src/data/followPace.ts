import type { Following } from './following';
import { hopsOf } from './policyHops';

const lookEvery = 1500;
const slowlyEvery = 5000;
const slowlyAfter = 120_000;
/** The HPA decides every 15 s, and a model loads for minutes: looking more often tells nothing. */
const slowest = 15_000;

function isSlow({ saved, arrivals }: Following): boolean {
  const open = hopsOf(saved)[arrivals.size];
  return open === 'replicas' || open === 'serving';
}

/** How long to wait until the next look, in ms: controllers write within seconds, replicas come within minutes. */
export function waitAfter(following: Following): number {
  const { startedAt, seenAt, arrivals } = following;
  if (!isSlow(following)) return seenAt - startedAt > slowlyAfter ? slowlyEvery : lookEvery;
  const since = seenAt - Math.max(startedAt, ...arrivals.values());
  return Math.min(slowest, Math.max(lookEvery, since / 2));
}

/**
 * Whether nobody needs to look while the tab is hidden. Not while a pause may have to be set again, and not in the first
 * minutes, in which a change of many models waits for each of them.
 */
export function mayRest(following: Following): boolean {
  const { saved, startedAt, seenAt, arrivals } = following;
  if (hopsOf(saved).includes('pausedAgain') && !arrivals.has('pausedAgain')) return false;
  return isSlow(following) || seenAt - startedAt > slowlyAfter;
}
