import { createCursor } from './cursor';
import type { TimeAxis } from './timeAxis';

/** An axis of 0 to 30 s for specs. */
export function anAxis(parts: Partial<TimeAxis> = {}): TimeAxis {
  return {
    times: [0, 15, 30],
    domain: { start: 0, end: 30 },
    cursor: createCursor(),
    marks: [],
    onZoom: () => undefined,
    ...parts,
  };
}
