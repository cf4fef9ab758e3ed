import type { ExtraLoad, Stage } from './modelLoad';

/** The shapes of load that a scenario may name instead of its stages. */
export const loadProfileNames = ['steady', 'burst', 'ramp', 'sweep', 'jitter'] as const;

/** A load by its shape: `peak` in the unit of the load, `seconds` is how long the shape takes. */
export interface LoadProfile {
  unit: ExtraLoad['unit'];
  profile: (typeof loadProfileNames)[number];
  peak: number;
  seconds: number;
}

/** How many levels a sweep has, as GuideLLM's sweep goes through rates from low to high. */
const sweepLevels = 5;
/** Of a jitter: the load is down to a tenth of the peak now and then. */
const jitterPart = 0.9;

const sweep = (peak: number, seconds: number): Stage[] =>
  Array.from({ length: sweepLevels }, (_, level) => (peak * (level + 1)) / sweepLevels).flatMap((target) => [
    { seconds: 0, target },
    { seconds: seconds / sweepLevels, target },
  ]);

/**
 * The stages of a shape: `steady` is there at once and stays, `burst` is gone after its seconds, `ramp` reaches the peak
 * at their end and stays, `sweep` goes up in steps, `jitter` is another part of the peak each `seconds`.
 */
export function profiledLoad({ unit, profile, peak, seconds }: LoadProfile): ExtraLoad {
  const atOnce: Stage = { seconds: 0, target: peak };
  switch (profile) {
    case 'steady':
      return { unit, stages: [atOnce] };
    case 'burst':
      return { unit, stages: [atOnce, { seconds, target: peak }, { seconds: 0, target: 0 }] };
    case 'ramp':
      return { unit, stages: [{ seconds, target: peak }] };
    case 'sweep':
      return { unit, stages: sweep(peak, seconds) };
    case 'jitter':
      return { unit, stages: [atOnce], jitter: { part: jitterPart, seconds } };
  }
}
