import type { KeyboardEvent } from 'react';
import { domainAfterKey, timeAfterKey } from './timeAxis';
import type { TimeAxis } from './timeAxis';

/** Moves the shared cursor by keys while a graph has the focus: arrows, Home, End; + and - zoom, Escape lets go. */
export function useCursorKeys(axis: TimeAxis) {
  const { cursor, times, onZoom } = axis;
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const time = timeAfterKey(event.key, axis);
    const domain = domainAfterKey(event.key, axis);
    if (time !== undefined) cursor.move(time);
    else if (domain !== undefined) onZoom(domain);
    else if (event.key === 'Escape') cursor.move(undefined);
    else return;
    event.preventDefault();
  }
  return {
    onKeyDown,
    onFocus: (event: { currentTarget: Element }) => {
      // A click focuses, too, and has put the cursor where it is.
      if (event.currentTarget.matches(':focus-visible') && cursor.time() === undefined)
        cursor.move(times.at(-1));
    },
    onBlur: () => {
      cursor.move(undefined);
    },
  };
}
