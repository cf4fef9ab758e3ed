import { useCallback, useEffect, useState } from 'react';
import type { ServedModel } from '../resources/servedModel';
import { runChange } from './change';
import type { Change, ChangeCluster, ChangeError, ChangeStep } from './change';
import { consoleCluster } from './consoleCluster';
import { createModelFeed } from './modelFeed';
import type { ModelFeed } from './modelFeed';
import { pollClock } from './pollClock';

/** How far a change is. */
export interface ChangeProgress {
  step: ChangeStep;
  /** When it began, milliseconds since 1970. */
  since: number;
  error?: ChangeError;
}

/** Applies changes of one model, one at a time. */
export interface ApplyChange {
  /** Undefined before the first change. */
  progress?: ChangeProgress;
  /** A change is under way. */
  busy: boolean;
  /** Resolves when the change arrived, or with the error that stopped it. */
  apply: (change: Change) => Promise<ChangeError | undefined>;
}

function clusterOf(feed: ModelFeed): ChangeCluster {
  return { ...consoleCluster, until: (condition) => feed.until(condition) };
}

/** Applies changes to the model that the page watches; the watch is what tells that a change arrived. */
export function useApplyChange(model: ServedModel): ApplyChange {
  const [feed] = useState(createModelFeed);
  const [progress, setProgress] = useState<ChangeProgress>();
  useEffect(() => {
    feed.push(model);
  }, [feed, model]);
  const apply = useCallback(
    async (change: Change) => {
      const since = pollClock.time();
      const error = await runChange(change, clusterOf(feed), (step) => {
        setProgress({ step, since });
      });
      if (error !== undefined) setProgress({ step: error.step, since, error });
      return error;
    },
    [feed],
  );
  const busy = progress !== undefined && progress.step !== 'done' && progress.error === undefined;
  return { ...(progress === undefined ? {} : { progress }), busy, apply };
}
