import type { BulkRun } from './bulkRun';

/** What is done to several models at once. */
export type BulkAct = 'pause' | 'resume' | 'bounds';

/** What was asked for several models: first explained, then run. */
export interface BulkJob {
  act: BulkAct;
  /** namespace/name of the models. */
  keys: readonly string[];
  /** Absent until it was confirmed. */
  run?: BulkRun;
}

let current: BulkJob | undefined;
const listeners = new Set<() => void>();

/** The one job of this tab. A run goes on when the page is left, and is shown again when somebody comes back. */
export const bulkJob = {
  get: (): BulkJob | undefined => current,
  put(job: BulkJob | undefined): void {
    current = job;
    for (const listener of [...listeners]) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
