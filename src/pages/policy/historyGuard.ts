/** Marks the entry of the history that stands before the page's own one. */
const mark = 'llmAutoscalingGuard';

/** What the guard needs of a window. */
export interface HistoryWindow {
  history: Pick<History, 'state' | 'pushState' | 'back'>;
  addEventListener: (type: 'popstate', listener: () => void) => void;
  removeEventListener: (type: 'popstate', listener: () => void) => void;
}

function isMarked({ history }: HistoryWindow): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && mark in state;
}

/** A second entry for the same page, with the router's own state: what it shows does not change. */
function push({ history }: HistoryWindow): void {
  const state: unknown = history.state;
  history.pushState({ ...(typeof state === 'object' ? state : {}), [mark]: true }, '');
}

/**
 * Asks before the back button leaves the page. It takes a second entry of the history for it: going back first reaches
 * the page's own entry, where `leaves` decides whether to go on or to stay. The entry stays when nothing is typed any
 * more, and is then passed over without a question. Returns what ends the guard.
 */
export function guardHistory(target: HistoryWindow, dirty: boolean, leaves: () => boolean): () => void {
  if (dirty && !isMarked(target)) push(target);
  if (!isMarked(target)) return () => undefined;
  let left = false;
  const onPop = (): void => {
    // Still, or again, on the second entry: nothing was left. The page before comes before this one is taken away.
    if (left || isMarked(target)) return;
    left = !dirty || leaves();
    if (left) target.history.back();
    else push(target);
  };
  target.addEventListener('popstate', onPop);
  return () => {
    target.removeEventListener('popstate', onPop);
  };
}
