import { matchingEvents } from '../../../resources/modelEvents';
import type { EventFilter, ModelEvent } from '../../../resources/modelEvents';

/** Rows that are drawn at most: an object that fails in a loop can have thousands of events. */
export const mostShown = 200;

/** The events to draw, and how many match. */
export interface ShownEvents {
  shown: readonly ModelEvent[];
  matching: number;
}

/** The newest of the events that match; `events` are sorted newest first. */
export function shownEvents(events: readonly ModelEvent[], filter: EventFilter): ShownEvents {
  const matching = matchingEvents(events, filter);
  return { shown: matching.slice(0, mostShown), matching: matching.length };
}
