import type { Kind } from '../resources/kinds';
import { readErrorOf } from './readError';
import type { ReadError } from './readError';
import type { WatchedList } from './useWatchedList';

/** Why a list has no data. After a first success the last data stay, and the console tries again by itself. */
export function listProblem<Item>({ plural }: Kind, list: WatchedList<Item>): ReadError | undefined {
  return Boolean(list.loadError) && !list.loaded ? readErrorOf(plural, list.loadError, true) : undefined;
}
