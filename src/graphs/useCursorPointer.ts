import type { PointerEvent } from 'react';
import { useRef } from 'react';
import type { TimeAxis } from './timeAxis';
import { timeAt } from './timeAxis';

/** A shorter way is a click and no drag, in pixels. */
const shortestDrag = 6;

/** Moves the shared cursor with the pointer; a drag zooms, a double click goes back to now. */
export function useCursorPointer({ cursor, domain, onZoom, onLive }: TimeAxis, plotWidth: number) {
  const start = useRef<{ x: number; time: number }>(undefined);
  function timeOf({ currentTarget, clientX }: PointerEvent): number {
    return timeAt((clientX - currentTarget.getBoundingClientRect().left) / Math.max(1, plotWidth), domain);
  }
  function end(event: PointerEvent, zooms: boolean): void {
    const begun = start.current;
    start.current = undefined;
    cursor.select(undefined);
    if (begun === undefined || !zooms || Math.abs(event.clientX - begun.x) < shortestDrag) return;
    const time = timeOf(event);
    cursor.move(undefined);
    onZoom({ start: Math.min(begun.time, time), end: Math.max(begun.time, time) });
  }
  return {
    onPointerDown(event: PointerEvent): void {
      if (event.button !== 0) return;
      start.current = { x: event.clientX, time: timeOf(event) };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent): void {
      const time = timeOf(event);
      cursor.move(time);
      const begun = start.current;
      if (begun !== undefined && Math.abs(event.clientX - begun.x) >= shortestDrag) {
        cursor.select([begun.time, time]);
      }
    },
    onPointerUp(event: PointerEvent): void {
      end(event, true);
    },
    onPointerCancel(event: PointerEvent): void {
      end(event, false);
    },
    onPointerLeave(): void {
      if (start.current === undefined) cursor.move(undefined);
    },
    onDoubleClick(): void {
      onLive?.();
    },
  };
}
