/** Queries that are asked as one, each with the name of its line. */
export type NamedQueries<Name extends string = string> = readonly (readonly [Name, string])[];

/** The label that tells the lines of a combined query apart. */
export const lineLabel = 'line';

/**
 * One query for several lines: the server answers once, and all lines are of the same moment. Each part keeps its own
 * labels and gets its name in the label "line".
 */
export function combined(queries: NamedQueries): string {
  return queries
    .map(([name, query]) => `label_replace(${query}, "${lineLabel}", "${name}", "", "")`)
    .join(' or ');
}

/** Samples between two points would be lost above this step (seconds): user workloads are scraped each 30 s. */
const finestStep = 60;

/** Whether a point stands for the highest value since the point before, and not for one moment. */
export function showsPeaks(step: number): boolean {
  return step > finestStep;
}

/** A gauge whose bursts must not fall between two points: with wide steps (seconds) its highest value in each. */
export function peaks(query: string, step: number): string {
  return showsPeaks(step)
    ? `max_over_time((${query})[${step.toString()}s:${finestStep.toString()}s])`
    : query;
}

/** Seconds over which a counter's rate is taken: at least five minutes, and all of a wide step. */
export function rateWindow(step: number): number {
  return Math.max(300, step);
}
