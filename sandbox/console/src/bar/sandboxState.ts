import type { SandboxChange, SandboxState } from '../../../control';
import { coFetchJSON } from '../shims/consoleFetch';

/** What the bar knows: the last state, and why the last request failed. */
export interface Known {
  state: SandboxState;
  failure?: string;
}

const url = '/sandbox/state';
const pollDelay = 2000;
const listeners = new Set<() => void>();
let known: Known = { state: window.SANDBOX };
let timer: number | undefined;

/** The last known state; the same object until something changed. */
export function knownState(): Known {
  return known;
}

function tell(next: Known): void {
  known = next;
  for (const listener of listeners) listener();
}

function take(state: SandboxState): void {
  // Every object is new: what the pages hold is of a cluster that is gone.
  if (state.generation !== window.SANDBOX.generation) window.location.reload();
  window.SANDBOX_TIME.follow(state);
  tell({ state });
}

async function ask(request: Promise<unknown>): Promise<void> {
  try {
    take((await request) as SandboxState);
  } catch (error) {
    tell({ state: known.state, failure: error instanceof Error ? error.message : String(error) });
  }
}

function poll(): void {
  timer = window.SANDBOX_TIME.setTimeout(() => {
    void ask(coFetchJSON(url)).then(poll);
  }, pollDelay);
}

/** Follows the sandbox while somebody listens; returns the way to stop. */
export function subscribeState(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) poll();
  return () => listeners.delete(listener);
}

/** Asks the sandbox for a change, and shows what became of it. */
export async function changeState(change: SandboxChange): Promise<void> {
  await ask(coFetchJSON.post(url, change));
}
