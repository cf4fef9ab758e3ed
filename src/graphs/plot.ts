/** A line of a graph. Its values stand on the times of the graph; null is a gap. */
export interface GraphLine {
  key: string;
  label: string;
  /** area, steps and hatched fill down to the line they stand on, or to 0; all but area and line hold each value until the next. */
  kind: 'area' | 'steps' | 'hatched' | 'band' | 'line' | 'step' | 'dashed' | 'level';
  /** A CSS colour. */
  color: string;
  values: readonly (number | null)[];
  /** Values that this line stands on; added to its own when drawn. */
  base?: readonly (number | null)[];
  /** Neither named nor read out: it only fills. */
  quiet?: boolean;
  /** So far above the others that drawing it would flatten them: it is read out only. */
  offScale?: boolean;
  /** Its name stands at its end within the plot, too. */
  labelled?: boolean;
}

/** Times of both ends in seconds since 1970. */
export interface TimeDomain {
  start: number;
  end: number;
}

/** A point for the drawing library; y0 is the foot of an area. */
export interface PlotPoint {
  x: number;
  y: number | null;
  y0: number | null;
}

/** What values a graph has: whole counts, any quantity, or shares of 1. */
export type Scale = 'count' | 'quantity' | 'share';

/** Space around the plot in pixels: value labels stand left of it. */
export const plotPadding = { top: 8, right: 12, bottom: 6, left: 48 } as const;

/** The points of a line; a gap of the line or of its base is a gap. */
export function pointsOf(line: GraphLine, times: readonly number[]): PlotPoint[] {
  return times.map((x, index) => {
    const value = line.values[index] ?? null;
    const base = line.base === undefined ? 0 : (line.base[index] ?? null);
    const gap = value === null || base === null;
    return gap ? { x, y: null, y0: null } : { x, y: base + value, y0: base };
  });
}

/** Whether anything was measured: a graph of gaps says so in words. */
export function hasValues(lines: readonly GraphLine[]): boolean {
  return lines.some((line) => line.values.some((value) => value !== null));
}

/** The newest measured value; undefined when there is none. */
export function newestValue({ values }: GraphLine): number | undefined {
  return values.findLast((value) => value !== null) ?? undefined;
}

function highest(lines: readonly GraphLine[]): number {
  const tops = lines
    .filter(({ offScale }) => offScale !== true)
    .flatMap((line) =>
      line.values.map((value, index) => (value === null ? 0 : value + (line.base?.[index] ?? 0))),
    );
  return tops.reduce((top, value) => Math.max(top, value), 0);
}

const nice = [1, 2, 3, 4, 5, 6, 8, 10];

/** The upper end of the value axis: a round number that leaves room above the highest value; whole and even for counts. */
export function valueTop(lines: readonly GraphLine[], scale: Scale = 'count'): number {
  if (scale === 'share') return 1;
  const wanted = highest(lines) * 1.05;
  if (scale === 'quantity' && wanted === 0) return 1;
  const least = scale === 'count' ? Math.max(wanted, 1.05) : wanted;
  const power = 10 ** Math.floor(Math.log10(least));
  const top = (nice.find((factor) => factor * power >= least) ?? 10) * power;
  if (scale === 'quantity') return top;
  return top < 2 ? 2 : top % 2 === 0 ? top : top + 1;
}

/** Index of the grid's time that is nearest; undefined outside of the grid. */
export function indexAt(times: readonly number[], time: number): number | undefined {
  const [first, second] = times;
  if (first === undefined) return undefined;
  const step = second === undefined ? 1 : second - first;
  const index = Math.round((time - first) / step);
  return index >= 0 && index < times.length ? index : undefined;
}
