import { useMemo, useSyncExternalStore } from 'react';
import { createPoll } from './poll';
import type { PollJob, PollState } from './poll';
import { pollClock } from './pollClock';

const pending = () => new Promise<never>(() => undefined);

/** Runs a job on the page's clock while the component is mounted. A new job starts anew; undefined waits. */
export function usePoll<T>(job: PollJob<T> | undefined): PollState<T> {
  const poll = useMemo(() => createPoll<T>(pollClock, job ?? pending), [job]);
  return useSyncExternalStore(poll.subscribe, poll.state);
}
