import { useCallback, useEffect, useState } from 'react';
import type { ServedModel } from '../resources/servedModel';
import { runChange, TooLate } from './change';
import type { Change, ChangeCluster, ChangeError, ChangeStep } from './change';
import { consoleCluster } from './consoleCluster';
import { createModelFeed } from './modelFeed';
import type { ModelFeed } from './modelFeed';
import { pollClock } from './pollClock';
import { readModel } from './readModel';

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

const looks = 40;
const lookEvery = 1500;

/**
 * The watch tells when to look, and a read of the server decides: the console gives out a long list while it is still
 * being read, so that an object that is missing in it may be there.
 */
async function seenOnServer(
  feed: ModelFeed,
  condition: (model: ServedModel) => boolean,
): Promise<ServedModel> {
  for (let look = 0; look < looks; look += 1) {
    const { namespace, name, scaledObject } = await feed.until(condition);
    // A read that fails has seen nothing; the next one may succeed.
    const model = await readModel(namespace, name, scaledObject?.metadata.name).catch(() => undefined);
    if (model !== undefined && condition(model)) return model;
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
  throw new TooLate('');
}

function clusterOf(feed: ModelFeed): ChangeCluster {
  return { ...consoleCluster, until: (condition) => seenOnServer(feed, condition) };
}

/** Applies changes to the model that the page watches; a change has arrived when the server says so. */
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
