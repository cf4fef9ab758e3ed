import { useEffect } from 'react';
import { guardHistory } from './historyGuard';

/** The link that a plain click follows within the page; undefined for anything else. */
function linkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey || !(target instanceof Element))
    return undefined;
  const link = target.closest('a');
  return link === null || link.target === '_blank' || link.href === '' ? undefined : link;
}

/**
 * Asks before the page is left with what was typed: by a link anywhere in the console, by the browser's back button, and
 * by a reload or another site. The console's router (BrowserRouter) cannot block, so clicks are caught before they reach
 * it.
 */
export function useLeaveGuard(dirty: boolean, question: string): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const onClick = (event: MouseEvent): void => {
      if (linkOf(event) === undefined || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onUnload = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    document.addEventListener('click', onClick, { capture: true });
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [dirty, question]);
  useEffect(() => guardHistory(window, dirty, () => window.confirm(question)), [dirty, question]);
}
